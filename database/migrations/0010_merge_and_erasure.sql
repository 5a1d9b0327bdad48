-- Two entries of one person, and a person who is to be forgotten.

alter table person add column merged_into uuid;
alter table person add column erased_at timestamptz;
alter table person add foreign key (province, merged_into) references person (province, id) on delete restrict;
create index person__merged on person (province, merged_into) where merged_into is not null;
create index person__merged_club on person (club_id) where merged_into is not null;

create table person_merge (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  merged_by uuid not null references account on delete restrict,
  approved_by uuid not null references account on delete restrict,
  merged_at timestamptz not null default now(),
  undo_until timestamptz not null,
  undone_at timestamptz,
  undone_by uuid references account on delete set null,
  primary key (province, id),
  foreign key (province, kept_id) references person on delete cascade,
  foreign key (province, merged_id) references person on delete cascade,
  check (kept_id <> merged_id)
);
create index person_merge__club on person_merge (province, club_id, merged_at);
create unique index person_merge__live on person_merge (province, merged_id) where undone_at is null;
comment on table person_merge is 'A merge moves nothing: the merged entry points at the kept one, so that undoing it gives back the same bytes.';

create table erasure (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  person_id uuid not null,
  ground text not null check (ground in ('her_wish', 'wrong_entry', 'retention_ended')),
  key_hash bytea not null,
  erased_by uuid references account on delete set null,
  approved_by uuid references account on delete set null,
  erased_at timestamptz not null default now(),
  primary key (province, id)
);
create index erasure__person on erasure (person_id);
comment on table erasure is 'The certificate of an erasure: the hash of the wrapped key that was destroyed, and when. The coded facts stay for the counts.';
