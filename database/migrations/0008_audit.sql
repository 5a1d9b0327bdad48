-- The audit becomes one hash chain per organisation. Only policy.append_audit writes it.

create table audit_chain (
  chain uuid primary key,
  last_seq bigint not null,
  head bytea not null
) with (fillfactor = 40);
comment on table audit_chain is 'The head of each chain: one per organisation, and the zero id for what belongs to none.';

alter table audit_event add column chain uuid not null default '00000000-0000-0000-0000-000000000000';
alter table audit_event add column seq bigint;
alter table audit_event add column sign_in_id uuid;
alter table audit_event add column hash bytea;
create unique index audit_event__chain on audit_event (chain, seq);
create index audit_event__at on audit_event (at, id);
create index audit_event__account on audit_event (account_id, at);
create index audit_event__subject on audit_event (subject_id, at) where subject_id is not null;
comment on column audit_event.hash is 'SHA-256 over the line and the hash of the line before it; lines of before the chain have none.';

-- The first line of the house's chain holds how many lines there were before the chain and the hash of them all, so
-- that from now on none of them can be changed, and none be slipped in among them, unseen. The owner stands under
-- row-level security for every other statement; the deploy forces it again at once.
alter table audit_event no force row level security;
with before as (
  select count(*) as lines, encode(sha256(coalesce(string_agg(sha256(convert_to(
      json_build_array(chain, seq, trunc(extract(epoch from at) * 1000000)::text, province, id, account_id, sign_in_id,
        action, club_id, subject_kind, subject_id, fields, reason, command_id)::text, 'UTF8')), ''::bytea
      order by id, province collate "C"), ''::bytea)), 'hex') as hash
  from audit_event
), genesis as (
  select '00000000-0000-0000-0000-000000000000'::uuid as chain, 1::bigint as seq, clock_timestamp() as at,
    '00' as province, gen_random_uuid() as id, 'AUDIT_BEGUN' as action, 'audit' as subject_kind,
    array['lines:' || lines, 'sha256:' || hash] as fields
  from before
), hashed as (
  select genesis.*, sha256(convert_to(json_build_array(chain, seq, trunc(extract(epoch from at) * 1000000)::text,
    province, id, null::uuid, null::uuid, action, null::uuid, subject_kind, null::uuid, fields, null::text,
    null::uuid)::text, 'UTF8')) as hash
  from genesis
), head as (
  insert into audit_chain (chain, last_seq, head) select chain, seq, hash from hashed
)
insert into audit_event (chain, seq, at, province, id, action, subject_kind, fields, hash)
select chain, seq, at, province, id, action, subject_kind, fields, hash from hashed;
alter table audit_event force row level security;

-- What policy.enter signs a transaction with (policies/0_entry.sql): two random ids, 244 bits.
insert into deployed (what, hash)
values ('entry_seal', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
