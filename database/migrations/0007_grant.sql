-- Who was given which role by whom, who may never see a person, and what two people must agree on.

alter table role_grant add column granted_at timestamptz not null default now();
alter table role_grant add column approval_id uuid;
alter table role_grant add column ended_by uuid references account on delete set null;
alter table role_grant add column end_reason text;
alter table role_grant add column ended_at timestamptz;
comment on column role_grant.ended_at is 'Ended by a person: holds no longer from this moment, whatever day valid_to says.';
create index role_grant__club on role_grant (club_id) where club_id is not null;
create index role_grant__organisation on role_grant (organisation_id) where organisation_id is not null;

create table exclusion (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  person_id uuid not null,
  account_id uuid not null references account on delete cascade,
  ground text not null check (ground in ('relative', 'named_by_her', 'party_to_case', 'other')),
  set_by uuid references account on delete set null,
  set_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid references account on delete set null,
  primary key (province, id),
  foreign key (province, person_id) references person on delete cascade
);
create index exclusion__account on exclusion (account_id) where lifted_at is null;
create index exclusion__person on exclusion (province, person_id) where lifted_at is null;
comment on table exclusion is 'A conflict of interest: for this account this person is not there, whatever role it holds. Beats every grant.';

create table approval (
  province text not null,
  id uuid not null,
  organisation_id uuid,
  club_id uuid,
  command text not null,
  request jsonb not null,
  request_hash bytea not null,
  result_hash bytea not null,
  counts jsonb not null default '{}',
  codes text[] not null default '{}',
  touches uuid[] not null default '{}',
  requested_by uuid not null references account on delete cascade,
  requested_sign_in uuid,
  requested_at timestamptz not null default now(),
  expires_at timestamptz not null,
  decided_by uuid references account on delete cascade,
  decided_at timestamptz,
  decision text check (decision in ('approved', 'declined')),
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (province, id),
  check (decided_by is distinct from requested_by)
);
create index approval__open on approval (province, requested_at) where used_at is null and withdrawn_at is null;
comment on table approval is 'A wish for what two people must agree on, bound to the hash of the exact request and of the rows it would touch. Ids, codes and counts; never a name.';
