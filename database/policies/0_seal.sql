-- as ke_vai_gate
-- A setting of the session can be set by whoever speaks SQL. What the audit says of who acts must not: entering signs
-- it with a secret that no login role reads, for this connection and this transaction alone.

create function policy.entry_seal(said text) returns text
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare secret bytea;
begin
  select decode(hash, 'hex') into secret from deployed where what = 'entry_seal';
  -- Twice, so that knowing one seal gives no other. A missing secret gives null, and null opens nothing.
  -- policy.actor says the same formula.
  return encode(sha256(secret || sha256(secret || convert_to(
    concat_ws('|', said, pg_backend_pid(), extract(epoch from transaction_timestamp())), 'UTF8'))), 'hex');
end $$;

-- Called by policy.entered_as once it is known who she is, where she stands, and by which sign-in.
create function policy.seal_entry(entered policy.entered) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
-- The organisation counts only where she holds a role: to another's chain she adds nothing.
declare said text := concat_ws('|', entered.account_id, coalesce(entered.sign_in_id::text, '-'),
  case when cardinality(entered.roles) > 0 then coalesce(entered.organisation_id::text, '-') else '-' end);
begin
  perform set_config('app.entry', said, true), set_config('app.entry_seal', policy.entry_seal(said), true);
end $$;

-- Who entered this transaction, in three words: account, sign-in or '-', organisation or '-'. Refuses when nobody did,
-- and when the settings were written by anything but the entering.
create function policy.entry() returns text[]
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare said text := current_setting('app.entry', true); words text[] := string_to_array(said, '|');
begin
  if policy.actor() is null then raise insufficient_privilege using message = 'nobody has entered'; end if;
  return words;
end $$;

revoke execute on function policy.entry_seal, policy.seal_entry, policy.entry from public;
grant execute on function policy.entry to ke_vai_scribe;
