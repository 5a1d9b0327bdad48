-- What she agreed to, who was asked for help with it, and who carries her case from now on. A consent is never edited after
-- it takes effect: a later one replaces it. The club's simple chuyển gửi and a case's referral are one table from here on.

create table consent (
  province text not null,
  id uuid not null,
  case_id uuid not null,
  purpose text not null check (purpose in ('recording', 'assessment', 'share_referral', 'share_transfer', 'share_police',
    'photo_story', 'anonymous_research', 'follow_up_contact')),
  to_organisation_id uuid references organisation on delete restrict,
  directory_entry_id uuid,
  fields text[] not null default '{}',
  given_by text not null check (given_by in ('herself', 'with_representative', 'representative', 'child_officer')),
  representative text not null default 'none',
  form text not null check (form in ('signature', 'thumbprint', 'voice', 'witness')),
  language text not null,
  text_version text not null,
  audio text not null default 'none' check (audio in ('none', 'kept_on_paper_file', 'kept_on_agency_device')),
  interpreter text not null,
  valid_from date not null,
  valid_to date not null,
  given_at timestamptz not null default now(),
  recorded_by uuid,
  withdrawn_at timestamptz,
  replaced_by uuid,
  primary key (province, id),
  foreign key (province, case_id) references case_file on delete cascade,
  check (valid_to >= valid_from)
);
create index consent__case on consent (province, case_id);
create index consent__id on consent (id);
comment on table consent is 'Her yes: for one purpose, one receiver, these fields, from a day to a day. Silence is no.';
comment on column consent.audio is 'Where a recording of the talk lies; none is kept here.';

create table emergency_sharing (
  province text not null,
  id uuid not null,
  case_id uuid not null,
  organisation_id uuid not null references organisation on delete restrict,
  referral_id uuid not null,
  to_organisation_id uuid not null references organisation on delete restrict,
  reason text not null check (reason in ('life', 'health', 'child', 'law_requires')),
  ground text not null,
  fields text[] not null,
  shared_by uuid not null,
  approved_by uuid not null,
  shared_at timestamptz not null default now(),
  told_on date,
  seen_at timestamptz,
  seen_by uuid,
  primary key (province, id),
  foreign key (province, case_id) references case_file on delete cascade,
  check (shared_by <> approved_by)
);
create index emergency_sharing__case on emergency_sharing (province, case_id);
create index emergency_sharing__shared on emergency_sharing (province, shared_at desc);
create index emergency_sharing__id on emergency_sharing (id);
comment on table emergency_sharing is 'Shared without her consent, by two people, on a legal ground; the data-protection officer sees each.';

alter table referral
  alter column club_id drop not null,
  alter column person_id drop not null,
  add column case_id uuid,
  add column organisation_id uuid references organisation on delete restrict,
  add column to_organisation_id uuid references organisation on delete restrict,
  add column directory_entry_id uuid,
  add column need_id uuid,
  add column words_entry_id uuid,
  add column urgency text check (urgency in ('now', 'soon', 'planned')),
  add column cost text check (cost in ('free', 'paid', 'call_fee', 'unknown')),
  add column consent_id uuid,
  add column emergency_id uuid,
  add column fields text[] not null default '{}',
  add column state text check (state in ('draft', 'awaiting_consent', 'sent', 'accepted', 'declined', 'in_progress', 'completed',
    'failed', 'feedback_given', 'closed', 'withdrawn')),
  add column sent_at timestamptz,
  add column answer_due_at timestamptz,
  add column reminded_at timestamptz,
  add column shared bytea,
  add column reason text,
  add column result text check (result in ('completed', 'failed')),
  add column feedback_on date,
  add column feedback_kind text,
  add column feedback_outcome text,
  add column rating smallint check (rating between 1 and 3),
  add column previous_id uuid,
  add constraint referral__of_case_or_person check (
    case when case_id is null then club_id is not null and person_id is not null and state is null
      else club_id is null and person_id is null and organisation_id is not null and state is not null
        and (state in ('draft', 'awaiting_consent', 'withdrawn') or consent_id is not null or emergency_id is not null) end),
  add foreign key (province, case_id) references case_file on delete restrict;
create index referral__case on referral (province, case_id) where case_id is not null;
create index referral__received on referral (to_organisation_id, sent_at) where state in ('sent', 'accepted', 'in_progress', 'completed', 'failed');
create index referral__consent on referral (consent_id) where consent_id is not null;
create index referral__id on referral (id) where case_id is not null;
comment on column referral.state is 'Of a case''s referral; the club''s own keeps its outcome alone.';
comment on column referral.shared is 'Exactly the fields she agreed to, sealed under the case''s key for the receiver.';
comment on column referral.words_entry_id is 'The entry of the case whose words say what she needs.';

create table referral_step (
  province text not null,
  id uuid not null,
  referral_id uuid not null,
  to_state text not null,
  side text not null check (side in ('from', 'to')),
  reason text,
  at timestamptz not null default now(),
  seq smallint not null,
  by_account uuid,
  primary key (province, id),
  unique (province, referral_id, seq),
  foreign key (province, referral_id) references referral on delete cascade
);
comment on table referral_step is 'Every move of a referral, by one side or the other. The state is the last of these.';

create table transfer (
  province text not null,
  id uuid not null,
  case_id uuid not null,
  organisation_id uuid not null references organisation on delete restrict,
  to_organisation_id uuid not null references organisation on delete restrict,
  reason text not null,
  state text not null default 'offered' check (state in ('offered', 'accepted', 'arrived', 'declined', 'taken_back')),
  state_before text not null,
  consent_id uuid not null,
  fields text[] not null,
  parcel bytea not null,
  escort text not null default 'none',
  offered_at timestamptz not null default now(),
  offered_by uuid,
  answer_due_at timestamptz,
  answered_at timestamptz,
  decline_reason text,
  new_case_id uuid,
  arrived_on date,
  primary key (province, id),
  foreign key (province, case_id) references case_file on delete cascade,
  check (organisation_id <> to_organisation_id)
);
create unique index transfer__once on transfer (province, case_id) where state = 'offered';
create index transfer__received on transfer (to_organisation_id, offered_at) where state in ('offered', 'accepted');
create index transfer__case on transfer (province, case_id);
create index transfer__consent on transfer (consent_id);
create index transfer__id on transfer (id);
comment on table transfer is 'Responsibility offered to another agency. Nothing moves until it accepts: then it has a case of its own.';

create table sharing_notice (
  province text not null,
  id uuid not null,
  organisation_id uuid not null references organisation on delete restrict,
  about_id uuid not null,
  kind text not null check (kind in ('sharing_ended', 'answer_awaited')),
  sent_on date,
  at timestamptz not null default now(),
  primary key (province, id)
);
create index sharing_notice__organisation on sharing_notice (organisation_id, at desc);
comment on table sharing_notice is 'A neutral word to one side: that something ended, or that an answer is awaited. Never why, nor about whom.';
