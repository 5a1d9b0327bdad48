-- as ke_vai_gate
-- What the lists of roles and of approvals ask of the network, and who stands too near to agree to another's wish.

-- The clubs and organisations at and below one place, where the actor may read who holds which role.
create function policy.places_below(asked_club uuid, asked_organisation uuid)
  returns table (club_id uuid, organisation_id uuid, level text, name text)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  readers constant text[] := '{club_chair,ward_officer,province_manager,data_protection_officer,auditor,administrator}';
  clubs uuid[] := policy.clubs(readers);
  organisations uuid[] := policy.organisations(readers);
begin
  return query
    with recursive tree as (
      select organisation.id from organisation where organisation.id = asked_organisation
      union
      select organisation.id from organisation join tree on organisation.parent_id = tree.id
    )
    select null::uuid, organisation.id, organisation.level,
      (select organisation_name.name from organisation_name where organisation_name.organisation_id = organisation.id
        order by valid_to is null desc, valid_from desc limit 1)
    from organisation where organisation.id in (select id from tree) and organisation.id = any (organisations)
    union all
    select club.id, club.managing_organisation_id, 'club',
      (select club_name.name from club_name where club_name.club_id = club.id
        order by valid_to is null desc, valid_from desc limit 1)
    from club where (club.id = asked_club or club.managing_organisation_id in (select id from tree))
      and club.id = any (clubs);
end $$;

-- May the actor read who holds which role at this place?
create function policy.oversees_place(at_level text, at_code text, at_from date) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select policy.own_roles_at_place(at_level, at_code, at_from, false)
    && '{ward_officer,province_manager,data_protection_officer,auditor,administrator}'::text[];
end;

-- Who holds, held or will hold which role there, and who gave it: names of those who work, never of anybody helped.
create function policy.grants_below(asked_club uuid, asked_organisation uuid)
  returns table (id uuid, account_id uuid, display_name text, role text, club_id uuid, organisation_id uuid,
    place_level text, place_code text, place_from date, place_name text, valid_from date, valid_to date,
    ended_at timestamptz, granted_by text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select role_grant.id, role_grant.account_id, account.display_name, role_grant.role, role_grant.club_id,
    role_grant.organisation_id, role_grant.place_level, role_grant.place_code, role_grant.place_from, held.name,
    role_grant.valid_from, role_grant.valid_to, role_grant.ended_at, giver.display_name
  from (
    select role_grant.id, place.name from policy.places_below(asked_club, asked_organisation) place
    join role_grant on role_grant.club_id = place.club_id
      or (place.club_id is null and role_grant.organisation_id = place.organisation_id)
    union all
    select role_grant.id, policy.dated_place_name(place_level, place_code, place_from) from role_grant
    where asked_organisation is not null and place_code is not null
      and policy.oversees_place(place_level, place_code, place_from)
      and asked_organisation = any (policy.organisations_over(place_level, place_code, place_from, false))
  ) held
  join role_grant on role_grant.id = held.id
  join account on account.id = role_grant.account_id
  left join account giver on giver.id = role_grant.granted_by
  where account.disabled_at is null and role_grant.role <> 'operator';
end;

-- Who gives which role, and at which level of the tree (contract/grant/rules.ts says the same; a test compares the two).
create function policy.givers_of(asked text) returns text[] language sql immutable parallel safe
  return case
    when asked = 'club_member' then '{club_chair,ward_officer,province_manager}'
    when asked = 'club_chair' then '{ward_officer,province_manager}'
    when asked in ('province_manager', 'national_analyst', 'administrator') then '{administrator}'
    when asked in ('ward_officer', 'police_liaison', 'case_manager', 'psychologist', 'shelter_manager',
      'hotline_counsellor', 'service_partner', 'livelihood_coordinator', 'enterprise', 'data_protection_officer',
      'auditor') then '{province_manager,administrator}'
    else '{}' end::text[];
create function policy.levels_of(asked text) returns text[] language sql immutable parallel safe
  return case
    when asked in ('club_member', 'club_chair') then '{club}'
    when asked = 'ward_officer' then '{commune}'
    when asked = 'province_manager' then '{province}'
    when asked = 'national_analyst' then '{national}'
    when asked in ('data_protection_officer', 'auditor', 'administrator') then '{province,national}'
    when asked in ('police_liaison', 'case_manager', 'psychologist', 'shelter_manager', 'hotline_counsellor',
      'service_partner', 'livelihood_coordinator', 'enterprise') then '{commune,province}'
    else '{}' end::text[];

-- At which level of places a role may be held, if at any: a member's and a board's are of a club, and whoever looks
-- over the others does so in an organisation, whose audit and keys they are.
create function policy.place_levels_of(asked text) returns text[] language sql immutable parallel safe
  return case
    when asked = 'ward_officer' then '{commune}'
    when asked = 'province_manager' then '{province}'
    when asked in ('police_liaison', 'case_manager', 'psychologist', 'shelter_manager', 'hotline_counsellor',
      'service_partner', 'livelihood_coordinator', 'enterprise') then '{commune,province}'
    else '{}' end::text[];

-- Does the account hold, at this place or above it, a role that gives (and so ends) this one?
create function policy.answers_for(who uuid, asked_role text, asked_club uuid, asked_organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select (asked_club is not null or asked_organisation is not null)
    and policy.roles_of(who, asked_club, asked_organisation) && policy.givers_of(asked_role);
end;
create function policy.may_end(asked_role text, asked_club uuid, asked_organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select policy.answers_for(policy.actor(), asked_role, asked_club, asked_organisation);
end;
create function policy.may_give(asked_role text, asked_club uuid, asked_organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select policy.may_end(asked_role, asked_club, asked_organisation)
    and case when asked_club is not null then 'club'
      else (select organisation.level from organisation where organisation.id = asked_organisation) end
      = any (policy.levels_of(asked_role));
end;

-- The same for a role at a place. One is given only at a place of today; an old one may still be ended.
create function policy.may_end_at_place(asked_role text, at_level text, at_code text, at_from date) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select policy.own_roles_at_place(at_level, at_code, at_from, false) && policy.givers_of(asked_role);
end;
create function policy.may_give_at_place(asked_role text, at_level text, at_code text, at_from date) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select policy.own_roles_at_place(at_level, at_code, at_from, true) && policy.givers_of(asked_role)
    and at_level = any (policy.place_levels_of(asked_role))
    and exists (select from place where place.level = at_level and place.code = at_code and place.valid_from = at_from
      and place.valid_from <= policy.today() and (place.valid_to is null or place.valid_to >= policy.today()));
end;

-- Which roles agree to which command of two people (contract/permissions.ts says the same; a test compares the two).
create function policy.agreeing_to(asked text) returns text[] language sql immutable parallel safe
  return case
    when asked in ('grant.give_powerful', 'invitation.make_powerful', 'invitation.make_return')
      then '{ward_officer,province_manager,data_protection_officer,administrator}'
    when asked in ('person.merge', 'person.unmerge') then '{club_chair,ward_officer,data_protection_officer}'
    when asked in ('person.erase', 'register.export') then '{ward_officer,data_protection_officer}'
    when asked = 'emergency.share' then '{province_manager,data_protection_officer}'
    else '{}' end::text[];

-- True for an account of which the actor may read some role: whom she does not know she gives none.
create function policy.is_colleague(asked uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  readers constant text[] := '{club_chair,ward_officer,province_manager,data_protection_officer,auditor,administrator}';
  clubs uuid[] := policy.clubs(readers);
  organisations uuid[] := policy.organisations(readers);
begin
  return exists (select from role_grant join account on account.id = role_grant.account_id
    where role_grant.account_id = asked and account.disabled_at is null and role_grant.role <> 'operator'
      and (role_grant.club_id = any (clubs) or role_grant.organisation_id = any (organisations)
        or role_grant.place_code is not null
          and policy.oversees_place(role_grant.place_level, role_grant.place_code, role_grant.place_from)));
end $$;

-- Everybody who reaches a club today, at the club or from above: who might have a conflict of interest there.
create function policy.accounts_reaching(asked uuid) returns table (account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with recursive up as (
    select club.managing_organisation_id as id from club where club.id = asked
    union
    select organisation.parent_id from organisation join up on organisation.id = up.id
  )
  select distinct account.id, account.display_name
  from role_grant join account on account.id = role_grant.account_id
  where asked = any (policy.clubs('{club_chair,ward_officer,data_protection_officer}'))
    and (role_grant.club_id = asked or role_grant.organisation_id in (select id from up)
      or role_grant.place_code is not null
        and policy.club_lies_in(asked, role_grant.place_level, role_grant.place_code, role_grant.place_from))
    and role_grant.role <> 'operator' and account.disabled_at is null and role_grant.ended_at is null
    and (role_grant.valid_to is null or role_grant.valid_to >= policy.today());
end;

-- How many others hold the role of administrator today at the organisation or above it.
create function policy.other_administrators(asked uuid, besides uuid) returns int
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with recursive up as (
    select asked as id
    union
    select organisation.parent_id from organisation join up on organisation.id = up.id
  )
  select count(distinct role_grant.account_id)::int from role_grant join account on account.id = role_grant.account_id
  where role_grant.role = 'administrator' and role_grant.organisation_id in (select id from up)
    and role_grant.account_id <> besides and role_grant.ended_at is null and account.disabled_at is null
    and role_grant.valid_from <= policy.today() and (role_grant.valid_to is null or role_grant.valid_to >= policy.today());
end;

-- True when one of the two has, within seven days, made, invited or let back in the other, or given her a role: for
-- so long the one could be the other under a second name.
create function policy.too_near(one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from role_grant where granted_at > now() - interval '7 days'
      and ((granted_by = one and account_id = other) or (granted_by = other and account_id = one)))
    or exists (select from account where created_at > now() - interval '7 days'
      and ((created_by = one and id = other) or (created_by = other and id = one)))
    or exists (select from invitation where coalesce(used_at, created_at) > now() - interval '7 days' and cancelled_at is null
      and ((invited_by = one and account_id = other) or (invited_by = other and account_id = one)));
end;

-- The names of those who work that belong to approvals which the actor may read: who asks, who decided, about whom.
create function policy.approval_names(asked uuid[])
  returns table (id uuid, requester text, decider text, about text, place text)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  readers constant text[] := '{club_chair,ward_officer,province_manager,data_protection_officer,administrator}';
  clubs uuid[] := policy.clubs(readers);
  organisations uuid[] := policy.organisations(readers);
begin
  return query
    select approval.id, requester.display_name, decider.display_name,
      -- Who is invited has no account yet; the inviter wrote how to call her.
      coalesce(about.display_name, case when approval.command like 'invitation.%' then approval.request ->> 'displayName' end),
      coalesce((select club_name.name from club_name where club_name.club_id::text = coalesce(approval.club_id::text, approval.request ->> 'clubId')
          order by valid_to is null desc, valid_from desc limit 1),
        policy.dated_place_name(approval.request #>> '{place,level}', approval.request #>> '{place,code}',
          (approval.request #>> '{place,validFrom}')::date),
        (select organisation_name.name from organisation_name
          where organisation_name.organisation_id = approval.organisation_id
          order by valid_to is null desc, valid_from desc limit 1))
    from approval join account requester on requester.id = approval.requested_by
    left join account decider on decider.id = approval.decided_by
    left join account about on about.id::text = approval.request ->> 'accountId'
    where approval.id = any (asked) and (approval.requested_by = (select policy.actor())
      or approval.club_id = any (clubs) or approval.organisation_id = any (organisations));
end $$;

-- What no change of an approval may do, whoever makes it: a decision is given once, by another person, while the wish
-- is open; it is used once, by her who asked, within the hour of a yes. Both are of the moment in which they are written.
create function policy.keep_approval() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if (new.decision, new.decided_by, new.decided_at) is distinct from (old.decision, old.decided_by, old.decided_at)
    and (old.decision is not null or old.used_at is not null or old.withdrawn_at is not null
      or new.decided_by is distinct from (select policy.actor()) or (select policy.actor()) = old.requested_by)
    then raise insufficient_privilege; end if;
  if new.used_at is distinct from old.used_at
    and (old.used_at is not null or old.withdrawn_at is not null or old.decision is distinct from 'approved'
      or new.decision is distinct from old.decision or (select policy.actor()) is distinct from old.requested_by
      or old.decided_at < now() - interval '60 minutes')
    then raise insufficient_privilege; end if;
  if new.withdrawn_at is distinct from old.withdrawn_at
    and (old.withdrawn_at is not null or old.used_at is not null or (select policy.actor()) is distinct from old.requested_by)
    then raise insufficient_privilege; end if;
  if new.decision is distinct from old.decision then new.decided_at := now(); end if;
  if new.used_at is distinct from old.used_at then new.used_at := now(); end if;
  return new;
end $$;

revoke execute on function policy.oversees_place, policy.may_end_at_place, policy.may_give_at_place from public;
grant execute on function policy.oversees_place, policy.may_end_at_place, policy.may_give_at_place to ke_vai_app;
revoke execute on function policy.answers_for, policy.may_end, policy.may_give, policy.places_below, policy.grants_below, policy.is_colleague, policy.accounts_reaching,
  policy.other_administrators, policy.too_near, policy.approval_names from public;
grant execute on function policy.may_end, policy.may_give, policy.places_below, policy.grants_below, policy.is_colleague, policy.accounts_reaching,
  policy.other_administrators, policy.too_near, policy.approval_names to ke_vai_app;
