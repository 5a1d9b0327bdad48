-- The register of persons being supported. A person is a code; her identity is sealed in a table of its own (T2).

create table person_code_counter (
  province text primary key,
  last integer not null
);

create table person (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  code text not null,
  register_no integer,
  sex text check (sex in ('female', 'male', 'other')),
  ethnicity text,
  risk text not null default 'unknown' check (risk in ('unknown', 'low', 'medium', 'high', 'urgent')),
  risk_on date,
  status text not null default 'new' check (status in ('new', 'approaching', 'counselling', 'referred', 'accompanied', 'paused', 'ended', 'statistics_only')),
  member_id uuid,
  first_known_at timestamptz,
  last_contact_on date,
  next_step text,
  next_due_on date,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (province, id),
  unique (province, code),
  foreign key (province, club_id) references club on delete restrict,
  foreign key (province, member_id) references member on delete set null (member_id)
);
create index person__club on person (province, club_id, code);
create index person__member on person (member_id) where member_id is not null;

alter table task add foreign key (province, person_id) references person on delete cascade;

create table person_group (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  person_id uuid not null,
  target_group text not null check (target_group in ('victim', 'irregular_returnee', 'at_risk', 'prospective_migrant', 'relative')),
  since date not null,
  until date,
  primary key (province, id),
  foreign key (province, person_id) references person on delete cascade
);
create index person_group__person on person_group (province, person_id);
create index person_group__club on person_group (province, club_id, target_group) where until is null;
comment on table person_group is 'Target groups, several at once, with their history. victim is the club''s word in its book, not a legal decision.';

create table person_key (
  province text not null,
  person_id uuid not null,
  wrapped bytea not null,
  primary key (province, person_id),
  foreign key (province, person_id) references person on delete cascade
);
comment on table person_key is 'The person''s own key, wrapped by the master key that the database does not hold. Destroying the row erases her identity.';

create table person_identity (
  province text not null,
  person_id uuid not null,
  club_id uuid not null,
  sealed bytea not null,
  version integer not null default 1,
  primary key (province, person_id),
  foreign key (province, person_id) references person on delete cascade
);
comment on table person_identity is 'T2: name, birth date, phone, address, sealed under the person''s key.';

create table safe_contact (
  province text not null,
  person_id uuid not null,
  club_id uuid not null,
  ways text[] not null default '{}',
  from_minute smallint check (from_minute between 0 and 1439),
  until_minute smallint check (until_minute between 1 and 1440),
  days_note text,
  say_from text,
  may_leave_message boolean not null default false,
  who_may_answer text,
  visit_rule text,
  sealed bytea,
  updated_at timestamptz not null default now(),
  primary key (province, person_id),
  foreign key (province, person_id) references person on delete cascade
);
comment on table safe_contact is 'How she may be reached; shown and ticked before any contact. The sealed part holds number and code word.';

create table contact (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  person_id uuid not null,
  member_id uuid,
  on_day date not null,
  kinds text[] not null,
  counted_as text not null check (counted_as in ('visit', 'counselling', 'mobilisation', 'survey', 'information')),
  topics text[] not null default '{}',
  minutes smallint check (minutes between 1 and 600),
  next_step text,
  next_due_on date,
  rule_ticked boolean not null default false,
  left_message boolean not null default false,
  note_sealed bytea,
  origin text not null check (origin in ('app', 'ledger')),
  device_time timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (province, id),
  foreign key (province, person_id) references person on delete restrict,
  foreign key (province, member_id) references member on delete set null (member_id),
  check (counted_as = any (kinds))
);
create index contact__person on contact (province, person_id, on_day desc);
create index contact__club on contact (province, club_id, on_day);
comment on column contact.counted_as is 'One contact counts as one lượt, of this kind, even when it was survey and counselling together.';

create table referral (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  person_id uuid not null,
  service text not null,
  sent_on date not null,
  outcome text not null default 'no_answer' check (outcome in ('no_answer', 'accepted', 'in_progress', 'completed', 'declined', 'withdrawn')),
  outcome_on date,
  origin text not null check (origin in ('app', 'ledger')),
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (province, id),
  foreign key (province, person_id) references person on delete restrict
);
create index referral__person on referral (province, person_id);
create index referral__club on referral (province, club_id, sent_on);

create table screening (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  person_id uuid not null,
  instrument text not null,
  answers_sealed bytea not null,
  level text not null check (level in ('low', 'medium', 'high', 'urgent')),
  screened_at timestamptz not null,
  recorded_by uuid,
  primary key (province, id),
  foreign key (province, person_id) references person on delete cascade
);
create index screening__person on screening (province, person_id);
create index screening__club on screening (province, club_id, screened_at);
comment on column screening.answers_sealed is 'Her answers, under her own key; only the level is a coded fact.';

create table survey_round (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  purpose text not null,
  starts_on date not null,
  ends_on date,
  refused integer not null default 0 check (refused >= 0),
  agreed integer not null default 0 check (agreed >= 0),
  primary key (province, id),
  foreign key (province, club_id) references club on delete cascade
);
comment on column survey_round.refused is 'How many households declined: a tally and nothing else.';

create table situation_note (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  on_day date not null,
  text text not null,
  reliability text not null check (reliability in ('A', 'B', 'C', 'D')),
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (province, id),
  foreign key (province, club_id) references club on delete cascade
);
create index situation_note__club on situation_note (province, club_id, on_day);

create table situation_accused (
  province text not null,
  note_id uuid not null,
  club_id uuid not null,
  sealed bytea not null,
  primary key (province, note_id),
  foreign key (province, note_id) references situation_note on delete cascade
);
comment on table situation_accused is 'Who is named in a situation note: for the police channel alone. Those who write it cannot read it back.';

create table session (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  on_day date not null,
  topic text not null,
  venue text,
  kind text not null default 'talk' check (kind in ('talk', 'skills', 'topic_meeting', 'rally', 'mobile', 'seminar', 'contest')),
  staff integer not null default 0 check (staff >= 0),
  members integer not null default 0 check (members >= 0),
  children integer not null default 0 check (children >= 0),
  others integer not null default 0 check (others >= 0),
  leaflets integer not null default 0 check (leaflets >= 0),
  method text not null default 'counted' check (method in ('counted', 'estimated')),
  origin text not null check (origin in ('app', 'ledger')),
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (province, id),
  foreign key (province, club_id) references club on delete cascade
);
create index session__club on session (province, club_id, on_day);

create table mobilisation (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  member_id uuid not null,
  person_id uuid not null,
  session_id uuid,
  result text not null check (result in ('invited', 'agreed', 'attended', 'declined')),
  on_day date not null,
  recorded_by uuid,
  primary key (province, id),
  unique nulls not distinct (province, member_id, person_id, session_id),
  foreign key (province, member_id) references member on delete cascade,
  foreign key (province, person_id) references person on delete cascade,
  foreign key (province, session_id) references session on delete cascade
);
create index mobilisation__club on mobilisation (province, club_id, on_day);
comment on table mobilisation is 'A member invited a person to a session. The attendance list of the session knows nothing of it.';

create table ledger_import (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  file_hash bytea not null,
  added jsonb not null,
  imported_by uuid,
  imported_at timestamptz not null default now(),
  primary key (province, id),
  foreign key (province, club_id) references club on delete cascade
);

create table ledger_row (
  province text not null,
  club_id uuid not null,
  kind text not null check (kind in ('person', 'contact', 'referral', 'session', 'member')),
  fingerprint bytea not null,
  target_id uuid not null,
  import_id uuid not null,
  primary key (province, club_id, kind, fingerprint)
);
comment on table ledger_row is 'A keyed hash of each row taken in, so that the same row is never added twice.';
