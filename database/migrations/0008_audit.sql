-- The audit becomes one hash chain per organisation. Only policy.append_audit writes it.

create table audit_chain (
  chain uuid primary key,
  last_seq bigint not null,
  head bytea not null
);
comment on table audit_chain is 'The head of each chain: one per organisation, and the zero id for what belongs to none.';

alter table audit_event add column chain uuid not null default '00000000-0000-0000-0000-000000000000';
alter table audit_event add column seq bigint;
alter table audit_event add column sign_in_id uuid;
alter table audit_event add column hash bytea;
create unique index audit_event__chain on audit_event (chain, seq);
create index audit_event__account on audit_event (account_id, at);
create index audit_event__subject on audit_event (subject_id, at) where subject_id is not null;
comment on column audit_event.hash is 'SHA-256 over the line and the hash of the line before it; lines of before the chain have none.';
