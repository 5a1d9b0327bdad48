-- as ke_vai_scribe
-- The audit is written by these functions and by nothing else: ke_vai_scribe alone may add a line, and nobody may
-- change or remove one. Each line holds the hash of the line before it, one chain per organisation.

-- What a line's hash is taken over, as text: every column, in a form that reads in one way only. The time is counted
-- in microseconds, because two instants (of before and after our era) may be written with the same digits.
-- server/src/audit/stored-line.ts says the same once more, for whoever does not trust this database.
create function policy.audit_text(line audit_event) returns text language sql stable
  set search_path = public, pg_temp
begin atomic
  select json_build_array(line.chain, line.seq, trunc(extract(epoch from line.at) * 1000000)::text,
    line.province, line.id, line.account_id, line.sign_in_id, line.action, line.club_id, line.subject_kind,
    line.subject_id, line.fields, line.reason, line.command_id)::text;
end;

create function policy.chain_line(line audit_event) returns void language plpgsql
  set search_path = public, pg_temp
as $$
declare before audit_chain;
begin
  -- The head is held until the transaction ends: lines of one chain follow one another without a gap.
  select * into before from audit_chain where chain = line.chain for update;
  if not found then
    insert into audit_chain (chain, last_seq, head) values (line.chain, 0, '\x') on conflict do nothing;
    select * into before from audit_chain where chain = line.chain for update;
  end if;
  -- Names of things and groups of fields, never what somebody typed: the audit must not become a place for values.
  if line.action !~ '^[A-Z][A-Z0-9_]{1,59}$' or line.subject_kind !~ '^[a-z][a-z0-9_.]{0,59}$'
    or line.reason !~ '^[A-Za-z0-9_.:-]{1,60}$' or array_to_string(line.fields, '') !~ '^[A-Za-z0-9_.:-]*$'
    then raise check_violation using message = 'an audit line names, it does not tell'; end if;
  line.seq := before.last_seq + 1;
  line.at := clock_timestamp();
  line.hash := sha256(before.head || convert_to(policy.audit_text(line), 'UTF8'));
  insert into audit_event select line.*;
  update audit_chain set last_seq = line.seq, head = line.hash where chain = line.chain;
end $$;

-- One line of the person who entered this transaction, by the sign-in with which she entered; nobody writes one in
-- another's name, at another time, or in the chain of an organisation where she holds no role.
create function policy.append_audit(at_chain uuid, province text, action text, club uuid, subject_kind text,
    subject uuid, field_groups text[], reason text, command uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare line audit_event; entered text[] := policy.entry();
begin
  if at_chain <> '00000000-0000-0000-0000-000000000000' and at_chain::text <> entered[3]
    then raise insufficient_privilege using message = 'the chain of another organisation'; end if;
  line.province := province; line.id := gen_random_uuid();
  line.account_id := entered[1]::uuid; line.sign_in_id := nullif(entered[2], '-')::uuid;
  line.action := action; line.club_id := club; line.subject_kind := subject_kind; line.subject_id := subject;
  line.fields := coalesce(field_groups, '{}'); line.reason := reason; line.command_id := command; line.chain := at_chain;
  perform policy.chain_line(line);
end $$;

-- Before anyone is known: the lines of signing in, which the role for that may write and no other.
create function policy.append_sign_in_audit(province text, account uuid, action text, sign_in uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare line audit_event;
begin
  if action not in ('SIGNED_IN', 'SIGN_IN_REFUSED', 'SIGNED_OUT', 'STEPPED_UP', 'STEP_UP_REFUSED', 'INVITATION_ACCEPTED',
      'PASSWORD_CHANGED', 'PASSKEY_ADDED')
    then raise insufficient_privilege; end if;
  line.province := province; line.id := gen_random_uuid();
  line.account_id := account; line.sign_in_id := sign_in; line.action := action; line.subject_kind := 'account';
  line.subject_id := account; line.fields := '{}'; line.chain := '00000000-0000-0000-0000-000000000000';
  perform policy.chain_line(line);
end $$;

-- The heads as they stand, for whoever signs them: hashes and numbers, nothing of what was done.
create function policy.audit_heads() returns table (chain uuid, seq bigint, hash bytea)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select audit_chain.chain, last_seq, head from audit_chain order by audit_chain.chain;
end;

revoke execute on function policy.chain_line, policy.append_audit, policy.append_sign_in_audit, policy.audit_text,
  policy.audit_heads from public;
grant execute on function policy.append_audit, policy.audit_heads to ke_vai_app;
grant execute on function policy.append_sign_in_audit to ke_vai_sign_in;
grant execute on function policy.audit_text to ke_vai_app, ke_vai_operator, ke_vai_backup;
