-- as ke_vai_gate
-- What those who opened are called, for whoever may open in that club herself: only accounts that hold or once held a
-- role there, so that it is no directory of accounts.
create function policy.openers(asked uuid, who uuid[]) returns table (account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with recursive up as (
    select managing_organisation_id as id from club where club.id = asked
    union
    select organisation.parent_id from organisation join up on organisation.id = up.id
    where organisation.parent_id is not null
  )
  select account.id, account.display_name from account
  where account.id = any (who) and asked = any (policy.clubs('{club_chair,club_member}'))
    and exists (select from role_grant where role_grant.account_id = account.id
      and role_grant.role in ('club_chair', 'club_member')
      and (role_grant.club_id = asked or role_grant.organisation_id in (select up.id from up)));
end;

revoke execute on function policy.openers from public;
grant execute on function policy.openers to ke_vai_app;
