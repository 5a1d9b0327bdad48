-- The hierarchy of keys: master key (outside the database) → vault keys → a person's key. And search without names.

create table vault_key (
  name text not null,
  organisation_id uuid,
  epoch integer not null,
  master_epoch integer not null,
  wrapped bytea not null,
  made_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (name, epoch),
  unique (organisation_id, epoch)
);
comment on table vault_key is 'Keys under the master key, wrapped: ''organisation/<id>'', ''index/<id>'', ''purpose/<word>''. Only the vault reads it. An epoch of an organisation''s key goes when no person''s key names it, which the foreign key of person_key holds to.';

alter table person_key add column organisation_id uuid;
alter table person_key add column epoch integer;
alter table person_key add foreign key (organisation_id, epoch) references vault_key (organisation_id, epoch);
create index person_key__organisation on person_key (organisation_id, epoch);
create index person_key__person on person_key (person_id);
create index person__id on person (id);
create index person_identity__club on person_identity (province, club_id);
comment on column person_key.organisation_id is 'Whose key wraps this one, and which epoch of it. Null: wrapped by the master key itself, as before there were organisations'' keys.';

create table identity_index (
  province text not null,
  organisation_id uuid not null,
  club_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('full_name', 'name_tokens', 'given_and_birth', 'phone', 'paper')),
  token bytea not null,
  primary key (province, person_id, kind, token),
  foreign key (province, person_id) references person on delete cascade
);
create index identity_index__token on identity_index (organisation_id, kind, token);
comment on table identity_index is 'Keyed hashes of folded names, phones and paper numbers, cut short; never of a family name alone. The app adds and removes, only the vault reads.';
