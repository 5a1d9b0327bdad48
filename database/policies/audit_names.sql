-- as ke_vai_gate
-- Names of those who work, and of places, for whoever answers for the data there. Nothing of anybody helped.

-- Accounts that hold or once held a role at or below an organisation, where the reader answers for the data.
create function policy.overseen_accounts(asked uuid default null) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare
  answers uuid[] := policy.organisations('{data_protection_officer,auditor}');
begin
  if answers = '{}' then return '{}'; end if;
  if asked is not null then
    answers := array(
      with recursive tree as (
        select asked as id
        union
        select organisation.id from organisation join tree on organisation.parent_id = tree.id
      )
      select id from tree where id = any (answers));
  end if;
  return coalesce((select array_agg(distinct role_grant.account_id) from role_grant
    where role_grant.organisation_id = any (answers)
      or role_grant.club_id in (select club.id from club where club.managing_organisation_id = any (answers))
      or role_grant.place_code is not null and answers && policy.organisations_over(role_grant.place_level,
        role_grant.place_code, role_grant.place_from, false)), '{}');
end $$;

-- What accounts are called that stand in an audit line: for a reader of audits alone.
create function policy.audit_accounts(asked uuid[]) returns table (account_id uuid, display_name text)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if not policy.roles_at(null, null) && '{data_protection_officer,auditor}' then return; end if;
  return query select account.id, account.display_name from account where account.id = any (asked);
end $$;

-- What the clubs and organisations of her reach are called today.
create function policy.audit_places() returns table (place_id uuid, name text)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  clubs uuid[] := policy.clubs('{data_protection_officer,auditor}');
  organisations uuid[] := policy.organisations('{data_protection_officer,auditor}');
begin
  return query
    select distinct on (club_name.club_id) club_name.club_id, club_name.name from club_name
    where club_name.club_id = any (clubs) and club_name.valid_from <= current_date
    order by club_name.club_id, club_name.valid_from desc;
  return query
    select distinct on (named.organisation_id) named.organisation_id, named.name from organisation_name named
    where named.organisation_id = any (organisations) and named.valid_from <= current_date
    order by named.organisation_id, named.valid_from desc;
end $$;

revoke execute on function policy.overseen_accounts, policy.audit_accounts, policy.audit_places from public;
grant execute on function policy.overseen_accounts, policy.audit_accounts, policy.audit_places to ke_vai_app;
