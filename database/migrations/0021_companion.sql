-- A club that walks beside a case at her wish: what it was told with her consent, the next visit, and small tasks. It has a
-- number of its own, because the club knows neither the case nor its code.

alter table consent drop constraint consent_purpose_check;
alter table consent add constraint consent_purpose_check check (purpose in ('recording', 'assessment', 'share_referral',
  'share_transfer', 'share_police', 'photo_story', 'anonymous_research', 'follow_up_contact', 'companion'));

create table companion (
  province text not null,
  id uuid not null,
  case_id uuid not null,
  organisation_id uuid not null references organisation on delete restrict,
  club_id uuid not null,
  to_organisation_id uuid not null references organisation on delete restrict,
  number integer not null,
  state text not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'ended')),
  consent_id uuid not null,
  fields text[] not null,
  parcel bytea not null,
  reach bytea,
  safe_contact jsonb,
  asked_at timestamptz not null default now(),
  asked_by uuid,
  answered_at timestamptz,
  decline_reason text,
  member_id uuid,
  next_visit_on date,
  next_visit_purpose text,
  last_visit_on date,
  last_outcome text,
  ended_at timestamptz,
  ended_side text check (ended_side in ('team', 'club')),
  end_reason text,
  primary key (province, id),
  unique (province, club_id, number),
  foreign key (province, case_id) references case_file on delete cascade,
  foreign key (province, club_id) references club on delete restrict,
  foreign key (province, member_id) references member on delete restrict
);
create unique index companion__once on companion (province, case_id, club_id) where state in ('asked', 'accepted');
create index companion__case on companion (province, case_id);
create index companion__club on companion (club_id, asked_at desc);
create index companion__member on companion (member_id) where member_id is not null;
create index companion__consent on companion (consent_id);
create index companion__id on companion (id);
comment on table companion is 'A club asked by the team, with her consent, to walk beside her. The club sees this row and its tasks, and nothing of the case.';
comment on column companion.number is 'Of the club, one after another: what both sides call it by. It says nothing of the case.';
comment on column companion.parcel is 'Exactly the fields she agreed to, sealed under the case''s key for the club.';
comment on column companion.reach is 'Her words on how to reach her safely, sealed anew whenever they change; null when she did not agree to share them.';
comment on column companion.safe_contact is 'The codes of her safe contact, as they stand; null when she did not agree to share them.';

create table companion_task (
  province text not null,
  id uuid not null,
  companion_id uuid not null,
  case_id uuid not null,
  kind text not null,
  due_on date not null,
  sealed bytea,
  added_at timestamptz not null default now(),
  added_by uuid,
  done_on date,
  outcome text,
  primary key (province, id),
  foreign key (province, companion_id) references companion on delete cascade,
  foreign key (province, case_id) references case_file on delete cascade
);
create index companion_task__companion on companion_task (province, companion_id, due_on);
create index companion_task__case on companion_task (province, case_id);
create index companion_task__id on companion_task (id);
comment on column companion_task.sealed is 'Words of the team to the companion, sealed under the case''s key.';
