-- as ke_vai_gate
-- What the vault asks before it opens anything, and how a person's key is destroyed. The vault believes the database
-- about who asks, not the server.

-- Who asks, and which of the persons and rows she may have opened. No row: the sign-in has ended or was never made.
-- An account without a sign-in is the command line's, which the server's vault does not take.
create function policy.vault_may_open(token bytea, who uuid, persons uuid[], purpose text, sealed_rows text[])
  returns table (asker uuid, stepped_up boolean, may_persons uuid[], may_rows text[])
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare at sign_in;
begin
  stepped_up := true;
  if token is not null then
    select * into at from sign_in where sign_in.token_hash = token and sign_in.ended_at is null
      and sign_in.expires_at > now() and sign_in.last_used_at > now() - policy.idle_limit();
    if not found then return; end if;
    who := at.account_id;
    stepped_up := coalesce(at.stepped_up_at > now() - interval '10 minutes', false);
  end if;
  select account.id into asker from account where account.id = who and account.disabled_at is null;
  if not found then return; end if;
  perform policy.seal_entry(row(asker, null, '{}', null, null, null, stepped_up)::policy.entered);
  may_persons := array(select person.id from person
    where person.id = any (persons) and person.erased_at is null
      and person.id <> all ((select policy.excluded_always())::uuid[])
      -- The operator compares a workbook with the book at the command line; by a sign-in it opens nothing.
      and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
        or (token is null and person.club_id = any ((select policy.clubs('{operator}'))::uuid[]))
        or person.member_id = any ((select policy.own_members())::uuid[])));
  may_rows := '{}';
  if purpose = 'police' then
    may_rows := array(select note_id::text from situation_accused
      where note_id = any (sealed_rows::uuid[]) and club_id = any (policy.clubs('{police_liaison}')));
  elsif purpose = 'shelter_street' then
    may_rows := array(select id::text from directory_street
      where id = any (sealed_rows::uuid[]) and organisation_id = any (policy.organisations('{shelter_manager}')));
  elsif purpose = 'member_background' then
    may_rows := array(select bound from unnest(sealed_rows) as bound where exists (
      select from member where member.account_id = asker and bound = member.id::text || '|' || asker::text));
  end if;
  return next;
end $$;

-- May she look for persons of the club by name? The chair alone.
create function policy.vault_may_search(token bytea, who uuid, asked_club uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare known uuid;
begin
  select asker into known from policy.vault_may_open(token, who, '{}', '', '{}');
  return known is not null and asked_club = any (policy.clubs('{club_chair}'));
end $$;

-- Keys of before there were organisations' keys, with the organisation that each belongs under.
create function policy.vault_old_keys() returns table (person_id uuid, wrapped bytea, organisation_id uuid)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select person_key.person_id, person_key.wrapped, club.managing_organisation_id
  from person_key join person on person.province = person_key.province and person.id = person_key.person_id
  join club on club.id = person.club_id
  where person_key.organisation_id is null;
end;

-- Erases: without her key whatever was sealed for her opens for nobody. Only for the chair of her club, in the very
-- transaction that took another person's yes to her erasure. Answers with the hash that the certificate keeps.
create function policy.destroy_person_key(person uuid) returns bytea
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare gone bytea;
begin
  -- What was agreed on names her kept line; a line merged into it goes with it.
  if not exists (select from person as hers join approval on approval.club_id = hers.club_id
      where hers.id = destroy_person_key.person
      and hers.club_id = any (policy.clubs('{club_chair}')) and hers.id <> all (policy.excluded_always())
      and approval.used_at = now() and approval.requested_by = (select policy.actor())
      and approval.command = 'person.erase' and approval.decision = 'approved'
      and approval.request ->> 'personId' = coalesce(hers.merged_into, hers.id)::text)
  then raise insufficient_privilege; end if;
  delete from person_key where person_key.person_id = destroy_person_key.person
    returning sha256(person_key.wrapped) into gone;
  return gone;
end $$;

revoke execute on function policy.vault_may_open, policy.vault_may_search, policy.vault_old_keys,
  policy.destroy_person_key from public;
grant execute on function policy.vault_may_open, policy.vault_may_search, policy.vault_old_keys to ke_vai_vault;
grant execute on function policy.destroy_person_key to ke_vai_app;
