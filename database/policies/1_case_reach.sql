-- as ke_vai_gate
-- Who reaches a case: the people on its team, and nobody by role alone. Run as ke_vai_gate, like 0_functions.sql.

-- The cases that for this actor are not there: her own conflict of interest, with the case or with the person of a club's
-- register whose case it is.
create function policy.excluded_cases() returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare persons uuid[] := policy.excluded_always();
begin
  return array(
    select case_id from case_exclusion where account_id = (select policy.actor()) and lifted_at is null
    union
    select id from case_file where cardinality(persons) > 0 and person_id = any (persons));
end $$;

-- The cases on whose team the actor is, in one of these parts, while she holds a role of case work at the case's agency.
create function policy.own_cases(parts text[]) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare agencies uuid[] := policy.organisations('{case_manager,psychologist,shelter_manager}'); hidden uuid[];
begin
  if coalesce(cardinality(agencies), 0) = 0 then return '{}'; end if;
  -- Asked once: in the condition it would be asked again for each case of the team.
  hidden := policy.excluded_cases();
  return array(
    select team.case_id from case_member team
      join case_file on case_file.province = team.province and case_file.id = team.case_id
    where team.account_id = (select policy.actor()) and team.until is null and team.part = any (parts)
      and case_file.organisation_id = any (agencies) and case_file.id <> all (hidden));
end $$;

-- May this account be on the team? It holds a role of case work at the case's agency, and no conflict of interest.
create function policy.may_join_case(asked_account uuid, asked_case uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from case_file
    where case_file.id = asked_case
      and policy.roles_of(asked_account, null, case_file.organisation_id)
        && array['case_manager', 'psychologist', 'shelter_manager'])
    and not exists (select from case_exclusion
      where case_id = asked_case and account_id = asked_account and lifted_at is null);
end;

-- Was this case opened by the actor in this very transaction? Whoever announces somebody to another agency (border guard,
-- club) writes what belongs to the case then, and never reaches it again.
create function policy.opened_now(asked uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from case_file
    where id = asked and opened_by = (select policy.actor()) and opened_at = now() and manager_id is null);
end;

-- The cases that another announced to an agency of the actor and that nobody there has met yet: whoever receives her there
-- writes what she is asked on arrival, once.
create function policy.announced_cases() returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare agencies uuid[] := policy.organisations('{case_manager,shelter_manager}');
begin
  if coalesce(cardinality(agencies), 0) = 0 then return '{}'; end if;
  return array(select id from case_file
    where organisation_id = any (agencies) and manager_id is null and received_at is null and reception_id is not null
      and id <> all ((select policy.excluded_cases())::uuid[]));
end $$;

-- The codes of a group, for the agency that receives it and for whoever handed it over. He sees the code and that it was
-- received; triage, track and who carries it are the agency's.
create function policy.reception_codes(asked uuid)
  returns table (case_id uuid, code text, received_at timestamptz, waiting boolean, triage text[], track text)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare at reception; receives boolean;
begin
  select * into at from reception where id = asked;
  if not found then return; end if;
  receives := at.organisation_id = any (policy.organisations('{case_manager,shelter_manager}'));
  if not receives and not coalesce(at.handed_over_by_organisation_id
    = any (policy.organisations('{police_liaison}')), false) then return; end if;
  return query select case_file.id, case_file.code, case_file.received_at,
    case when receives then case_file.manager_id is null end, case when receives then case_file.triage end,
    case when receives then case_file.track end
  from case_file where case_file.reception_id = at.id and case_file.province = at.province
    and case_file.id <> all ((select policy.excluded_cases())::uuid[]) order by case_file.code;
end $$;

-- What those are called who are or were on the team of a case, or wrote in it; for its team alone.
create function policy.case_accounts(asked uuid) returns table (account_id uuid, display_name text)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if asked <> all (policy.own_cases('{manager,member,psychologist,supervisor,shelter}')) then return; end if;
  return query select account.id, account.display_name from account where account.id in (
    select team.account_id from case_member team where team.case_id = asked
    union select entry.recorded_by from case_entry entry where entry.case_id = asked);
end $$;

-- Who works with cases at an agency, for whoever manages cases there and names a team.
create function policy.case_colleagues(asked uuid) returns table (account_id uuid, display_name text, roles text[])
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if asked <> all (policy.organisations('{case_manager}')) then return; end if;
  return query select found.id, found.display_name, found.held from (
    select account.id, account.display_name, policy.roles_of(account.id, null, asked) as held
    from account where account.disabled_at is null and account.id in (select role_grant.account_id from role_grant
      where role in ('case_manager', 'psychologist', 'shelter_manager') and ended_at is null)) found
  where found.held && array['case_manager', 'psychologist', 'shelter_manager'];
end $$;

-- Which of these may be opened for the asker: of each opening its case, its table and field, and its row. What is not named
-- here opens for nobody.
create function policy.may_open_of_case(asked_case uuid, field text, asked_row uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare entry record;
begin
  if field in ('case_identity.identity', 'case_identity.safe_contact') then
    return asked_case = asked_row and asked_case = any (policy.own_cases('{manager,member,psychologist,supervisor,shelter}'));
  elsif field in ('case_entry.team', 'case_entry.story', 'case_entry.private') then
    select tier, recorded_by into entry from case_entry where id = asked_row and case_id = asked_case;
    if not found or field <> 'case_entry.' || entry.tier then return false; end if;
    return case entry.tier
      when 'team' then asked_case = any (policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))
      when 'story' then asked_case = any (policy.own_cases('{manager,member,psychologist,supervisor}'))
      else asked_case = any (policy.own_cases('{supervisor}'))
        or entry.recorded_by = (select policy.actor())
          and asked_case = any (policy.own_cases('{manager,member,psychologist,shelter}')) end;
  elsif field in ('escort.companion', 'escort.officer') then
    return exists (select from escort where id = asked_row and case_id = asked_case)
      and asked_case = any (policy.own_cases('{manager,member,psychologist,supervisor,shelter}'));
  elsif field = 'verification_request.shared' then
    return policy.request_opens(asked_row, asked_case);
  elsif field = 'verification_request.answer' then
    return asked_case = any (policy.own_cases('{manager,member,psychologist,supervisor}'))
      and exists (select from verification_request where id = asked_row and case_id = asked_case);
  elsif field in ('tracing_request.sent', 'tracing_request.answer') then
    return policy.tracing_opens(asked_case, field, asked_row);
  elsif field in ('referral.shared', 'transfer.parcel') then
    return policy.may_open_shared(asked_case, field, asked_row);
  elsif field in ('companion.parcel', 'companion.reach', 'companion_task.words') then
    return policy.companion_opens(asked_case, field, asked_row);
  end if;
  return false;
end $$;

-- What the vault asks before it opens anything of a case; it believes the database about who asks, not the server.
create function policy.vault_may_open_cases(token bytea, cases uuid[], fields text[], asked_rows uuid[])
  returns table (asker uuid, stepped_up boolean, may boolean[])
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if token is null then return; end if;
  select known.asker, known.stepped_up into vault_may_open_cases.asker, vault_may_open_cases.stepped_up
    from policy.vault_may_open(token, null, '{}', '', '{}') known;
  if vault_may_open_cases.asker is null then return; end if;
  may := array(select policy.may_open_of_case(asked.case_id, asked.field, asked.row_id)
    from unnest(cases, fields, asked_rows) with ordinality as asked (case_id, field, row_id, place) order by asked.place);
  return next;
end $$;

revoke execute on function policy.may_open_of_case, policy.vault_may_open_cases from public;
grant execute on function policy.vault_may_open_cases to ke_vai_vault;
