-- Organisations, people who work, clubs. Keys of tables that grow lead with the province, so that one day the
-- database can be spread by province without changing a query.

create table account (
  id uuid primary key,
  province text not null,
  username text not null unique,
  display_name text not null,
  password_hash text,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
comment on table account is 'A person who signs in. Without a password hash nobody can sign in as it.';

create table sign_in (
  token_hash bytea primary key,
  account_id uuid not null references account on delete cascade,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sign_in__account on sign_in (account_id);
comment on table sign_in is 'A server-side session. Only the SHA-256 of the token is kept.';

create table sign_in_failure (
  username_hash bytea not null,
  at timestamptz not null default now()
);
create index sign_in_failure__recent on sign_in_failure (username_hash, at);
comment on table sign_in_failure is 'Failed guesses, to slow them down; a hash of what was typed, never the text.';

create table organisation (
  id uuid primary key,
  province text not null,
  kind text not null,
  level text not null check (level in ('national', 'province', 'commune', 'hamlet')),
  parent_id uuid references organisation on delete restrict,
  place_code text
);
create index organisation__parent on organisation (parent_id);

create table organisation_name (
  organisation_id uuid not null references organisation on delete cascade,
  name text not null,
  valid_from date not null,
  valid_to date,
  primary key (organisation_id, valid_from)
);
comment on table organisation_name is 'Names with their dates: reports print the name valid in their period.';

create table programme (
  id uuid primary key,
  tag text not null unique,
  donor text,
  starts_on date,
  ends_on date
);
create table programme_name (
  programme_id uuid not null references programme on delete cascade,
  name text not null,
  name_folded text not null,
  main boolean not null default false,
  primary key (programme_id, name)
);
comment on table programme_name is 'Every spelling in use; each of them finds the programme.';

create table club (
  province text not null,
  id uuid not null,
  code text not null unique,
  managing_organisation_id uuid not null references organisation on delete restrict,
  programme_id uuid references programme on delete restrict,
  kind text not null,
  place_code text not null,
  place_as_of date not null,
  decision_no text,
  decision_on date,
  launched_on date,
  started_on date,
  pilot boolean not null default false,
  month_start_day smallint not null default 1 check (month_start_day between 1 and 28),
  state text not null check (state in ('proposed', 'preparing', 'active', 'needs_support', 'suspended', 'dissolved', 'merged')),
  created_at timestamptz not null default now(),
  primary key (province, id),
  unique (id)
);
create index club__managing_organisation on club (managing_organisation_id);
comment on column club.place_as_of is 'The commune code is read as of this day, because codes were reused.';

create table club_name (
  province text not null,
  club_id uuid not null,
  name text not null,
  valid_from date not null,
  valid_to date,
  primary key (province, club_id, valid_from),
  foreign key (province, club_id) references club on delete cascade
);

create table club_state_change (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  state text not null,
  on_day date not null,
  reason text,
  successor_club_id uuid,
  by_account_id uuid,
  recorded_at timestamptz not null default now(),
  primary key (province, id),
  foreign key (province, club_id) references club on delete cascade
);
create index club_state_change__club on club_state_change (province, club_id, on_day);
comment on table club_state_change is 'The life of a club; how many were active on a day is counted from here.';

create table role_grant (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  role text not null,
  organisation_id uuid references organisation on delete cascade,
  club_id uuid references club (id) on delete cascade,
  valid_from date not null,
  valid_to date,
  granted_by uuid references account on delete set null,
  check ((organisation_id is null) <> (club_id is null))
);
create index role_grant__account on role_grant (account_id);

create table club_statute (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  version smallint not null,
  issued_by text not null,
  issued_on date not null,
  cadence text not null check (cadence in ('twice_monthly', 'monthly', 'quarterly')),
  board_cadence text not null check (board_cadence in ('twice_monthly', 'monthly', 'quarterly')),
  quorum_percent smallint not null check (quorum_percent between 1 and 100),
  text text,
  in_force boolean not null default true,
  primary key (province, id),
  unique (province, club_id, version),
  foreign key (province, club_id) references club on delete cascade
);

create table club_plan (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  year smallint not null,
  objectives text[] not null default '{}',
  activities jsonb not null default '[]',
  approved_on date,
  primary key (province, id),
  unique (province, club_id, year),
  foreign key (province, club_id) references club on delete cascade
);

create table target (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  year smallint not null,
  indicator text not null,
  set_by text not null check (set_by in ('club', 'programme')),
  minimum integer not null,
  maximum integer,
  unit text not null,
  source text not null,
  primary key (province, id),
  foreign key (province, club_id) references club on delete cascade,
  check (maximum is null or maximum >= minimum)
);
create index target__club on target (province, club_id, year);
comment on table target is 'A range with unit and source; the club''s and the programme''s are both kept.';

create table member (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  account_id uuid references account on delete set null,
  display_name text not null,
  board_role text not null default 'none' check (board_role in ('chair', 'vice_chair', 'secretary', 'commissioner', 'none')),
  eligibility_ground text check (eligibility_ground in ('prestige', 'mass_organisation')),
  work text,
  kind text,
  area text,
  mobilisation_target smallint not null default 2,
  joined_on date,
  left_on date,
  primary key (province, id),
  foreign key (province, club_id) references club on delete cascade
);
create index member__club on member (province, club_id);
create index member__account on member (account_id);

create table member_background (
  province text not null,
  member_id uuid not null,
  sealed bytea not null,
  primary key (province, member_id),
  foreign key (province, member_id) references member on delete cascade
);
comment on table member_background is 'What a member chose to say of her own past. Only she reads it; no list, export or audit line knows it.';

create table task (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  member_id uuid,
  person_id uuid,
  origin text not null check (origin in ('plan', 'meeting', 'screening', 'assignment')),
  origin_id uuid,
  month text,
  content text not null,
  area text,
  due_at timestamptz,
  state text not null default 'new' check (state in ('new', 'doing', 'done', 'cancelled')),
  result text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (province, id),
  foreign key (province, club_id) references club on delete cascade,
  foreign key (province, member_id) references member on delete set null (member_id)
);
create index task__club on task (province, club_id, state, due_at);
comment on table task is 'Work given to a member. Overdue is computed from due_at, never stored.';

create table parameter (
  key text not null,
  valid_from date not null,
  valid_to date,
  value jsonb,
  source text not null,
  primary key (key, valid_from)
);
comment on table parameter is 'Numbers that law or programme may change, with dates and source; value is null while nobody has verified it.';
