-- The way of one person with an agency that carries her case: who she is (sealed), who is on her team, and every entry.
-- An entry is never edited; a later one supersedes it. What a case is now is what its entries say, kept beside them in
-- case_file for lists and clocks. «case» is a word of SQL, so the table says case_file.

create table case_code_counter (
  province text primary key,
  last integer not null
);

create table reception (
  province text not null,
  id uuid not null,
  organisation_id uuid not null references organisation on delete restrict,
  kind text not null check (kind in ('group', 'handover')),
  channel text not null,
  handed_over_by text,
  handed_over_by_organisation_id uuid references organisation on delete restrict,
  gate text,
  on_day date,
  languages text[] not null default '{}',
  in_danger boolean not null default false,
  expected smallint check (expected between 1 and 200),
  started_at timestamptz not null,
  ended_at timestamptz,
  recorded_by uuid,
  primary key (province, id)
);
create index reception__organisation on reception (organisation_id, started_at desc);
create index reception__handed_over on reception (handed_over_by_organisation_id, started_at desc)
  where handed_over_by_organisation_id is not null;
comment on table reception is 'One arrival of a group: opened by the agency that receives it, or announced by another (border guard) that hands it over.';
comment on column reception.languages is 'Of the whole group, as whoever hands it over hears it; each person''s own is asked when she is received.';

create table case_file (
  province text not null,
  id uuid not null,
  organisation_id uuid not null references organisation on delete restrict,
  code text not null,
  reception_id uuid,
  club_id uuid,
  person_id uuid,
  accompanies_id uuid,
  channel text not null,
  issues text[] not null default '{}',
  opened_at timestamptz not null,
  opened_by uuid,
  received_at timestamptz,
  triage text[] not null default '{}',
  track text not null default 'adult' check (track in ('adult', 'child')),
  age_band text,
  sex text check (sex in ('female', 'male', 'other')),
  language text,
  needs_interpreter boolean not null default false,
  nationality text not null default 'unknown' check (nationality in ('unknown', 'vietnamese', 'stateless_resident', 'foreign')),
  found_in text not null default 'viet_nam' check (found_in in ('viet_nam', 'abroad')),
  state text not null default 'reception' check (state in ('reception', 'assessment', 'planning', 'supporting', 'following',
    'closing', 'closed', 'paused', 'transfer_offered', 'transferred')),
  stage text not null default 'emergency' check (stage in ('emergency', 'transition', 'inclusion')),
  legal_status text not null default 'no_information' check (legal_status in ('no_information', 'signs', 'in_identification',
    'victim', 'not_victim', 'not_enough_grounds')),
  identified_on date,
  retrafficking_risk text not null default 'unknown' check (retrafficking_risk in ('unknown', 'low', 'medium', 'high')),
  manager_id uuid references account on delete set null,
  last_seq integer not null default 0,
  closed_at timestamptz,
  primary key (province, id),
  unique (province, code),
  foreign key (province, reception_id) references reception on delete restrict,
  foreign key (province, club_id) references club on delete restrict,
  foreign key (province, person_id) references person on delete restrict
);
create index case_file__organisation on case_file (organisation_id, opened_at desc);
create index case_file__waiting on case_file (organisation_id, opened_at) where manager_id is null;
create index case_file__person on case_file (province, person_id) where person_id is not null;
create index case_file__id on case_file (id);
create index case_file__reception on case_file (province, reception_id) where reception_id is not null;
comment on column case_file.received_at is 'Null while another (border guard, club) has announced her and nobody of the agency has met her.';
comment on column case_file.legal_status is 'Only a decision of the competent body (identification) moves it to one of the three outcomes; a club never does.';
comment on column case_file.identified_on is 'The day of the decision: those identified before 2025-07-01 keep the regime of the 2011 law (Law 53/2024/QH15, Art. 63).';
comment on column case_file.accompanies_id is 'The case of the adult whom this child came with; each has entitlements of her own.';

create table case_member (
  province text not null,
  id uuid not null,
  case_id uuid not null,
  account_id uuid not null references account on delete cascade,
  part text not null check (part in ('manager', 'member', 'psychologist', 'supervisor', 'shelter')),
  since timestamptz not null default now(),
  until timestamptz,
  added_by uuid,
  primary key (province, id),
  foreign key (province, case_id) references case_file on delete cascade
);
create unique index case_member__once on case_member (province, case_id, account_id) where until is null;
create index case_member__account on case_member (account_id) where until is null;
create index case_member__case on case_member (province, case_id);
comment on table case_member is 'The team: nobody else reads the case, whatever role she holds at the agency.';

create table case_exclusion (
  province text not null,
  id uuid not null,
  case_id uuid not null,
  account_id uuid not null references account on delete cascade,
  ground text not null check (ground in ('relative', 'named_by_her', 'party_to_case', 'other')),
  set_by uuid references account on delete set null,
  set_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid references account on delete set null,
  primary key (province, id),
  foreign key (province, case_id) references case_file on delete cascade
);
create index case_exclusion__account on case_exclusion (account_id) where lifted_at is null;
create index case_exclusion__case on case_exclusion (province, case_id);
comment on table case_exclusion is 'A conflict of interest: for this account this case is not there. Beats team and role.';

create table case_key (
  province text not null,
  case_id uuid not null,
  organisation_id uuid not null,
  epoch integer not null,
  wrapped bytea not null,
  primary key (province, case_id),
  foreign key (province, case_id) references case_file on delete cascade,
  foreign key (organisation_id, epoch) references vault_key (organisation_id, epoch)
);
create index case_key__organisation on case_key (organisation_id, epoch);
create index case_key__case on case_key (case_id);
comment on table case_key is 'The case''s own key, wrapped by its agency''s. Destroying the row closes identity and story for ever.';

create table case_identity (
  province text not null,
  case_id uuid not null,
  sealed bytea not null,
  version integer not null default 1,
  primary key (province, case_id),
  foreign key (province, case_id) references case_file on delete cascade
);
comment on table case_identity is 'T2: what name she goes by, birth year, phone, how to reach her safely, sealed under the case''s key.';

create table case_entry (
  province text not null,
  id uuid not null,
  case_id uuid not null,
  seq integer not null,
  kind text not null,
  tier text not null check (tier in ('team', 'story', 'private')),
  body jsonb not null,
  sealed bytea,
  supersedes uuid,
  on_day date not null,
  device_time timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (province, id),
  unique (province, case_id, seq),
  foreign key (province, case_id) references case_file on delete cascade
);
create index case_entry__case on case_entry (province, case_id, seq desc);
comment on column case_entry.body is 'Codes, days and numbers of this kind of entry (T1). No words of hers and nobody''s name.';
comment on column case_entry.sealed is 'Words: opened by the team (T2); a story by the team through an extra step; private notes by author and supervisor (T3).';

create table case_deadline (
  province text not null,
  id uuid not null,
  case_id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  about_id uuid,
  started_at timestamptz not null,
  due_at timestamptz,
  met_at timestamptz,
  dropped_at timestamptz,
  parameter text,
  primary key (province, id),
  foreign key (province, case_id) references case_file on delete cascade
);
create index case_deadline__open on case_deadline (organisation_id, due_at) where met_at is null and dropped_at is null;
create index case_deadline__case on case_deadline (province, case_id);
comment on table case_deadline is 'Every clock of a case. Without due_at: the law in hand gives no number, and none is invented; the clock shows its start.';
