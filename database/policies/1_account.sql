-- as ke_vai_gate
-- What an invitation opens, and what a person is told of her own account. An account is made nowhere else.

-- How long a sign-in stays open when nothing is asked with it (contract/account/sign-in.ts says the same).
create function policy.idle_limit() returns interval language sql immutable parallel safe return interval '4 hours';

-- Has she a password, and is it too short to stand without the code?
create function policy.own_password() returns table (there boolean, needs_code boolean)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select account.password_hash is not null, account.password_needs_code from account where account.id = (select policy.actor());
end;

create function policy.place_name(asked_club uuid, asked_organisation uuid) returns text
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select coalesce(
    (select club_name.name from club_name where club_name.club_id = asked_club
      order by valid_to is null desc, valid_from desc limit 1),
    (select organisation_name.name from organisation_name where organisation_name.organisation_id = asked_organisation
      order by valid_to is null desc, valid_from desc limit 1), '');
end;

-- The invitations of the places that the actor answers for, with the names of those who work.
create function policy.invitations_here() returns table (id uuid, kind text, display_name text, role text, club_id uuid,
    organisation_id uuid, place_name text, inviter text, created_at timestamptz, expires_at timestamptz,
    used_at timestamptz, cancelled_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  clubs uuid[] := policy.clubs('{club_chair,ward_officer,province_manager,administrator}');
  organisations uuid[] := policy.organisations('{ward_officer,province_manager,administrator}');
begin
  return query
    select invitation.id, invitation.kind, invitation.display_name, invitation.role, invitation.club_id,
      invitation.organisation_id, policy.place_name(invitation.club_id, invitation.organisation_id),
      account.display_name, invitation.created_at, invitation.expires_at, invitation.used_at, invitation.cancelled_at
    from invitation left join account on account.id = invitation.invited_by
    where invitation.invited_by = (select policy.actor()) or invitation.club_id = any (clubs)
      or invitation.organisation_id = any (organisations)
    order by invitation.created_at desc limit 200;
end $$;

-- Does the one answer for every role that the other holds or will hold?
create function policy.answers_for_all(who uuid, asked uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select not exists (select from role_grant where role_grant.account_id = asked and role_grant.ended_at is null
    and (role_grant.valid_to is null or role_grant.valid_to >= policy.today())
    and not case when role_grant.place_code is null
      then policy.answers_for(who, role_grant.role, role_grant.club_id, role_grant.organisation_id)
      else policy.roles_at_place(who, role_grant.place_level, role_grant.place_code, role_grant.place_from, true)
        && policy.givers_of(role_grant.role) end);
end;

-- What an account holds today, for whoever reaches all of it: letting somebody back in gives everything that she holds.
create function policy.held_within_reach(asked uuid) returns table (role text, display_name text)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  clubs uuid[] := policy.clubs('{ward_officer,province_manager,administrator}');
  organisations uuid[] := policy.organisations('{ward_officer,province_manager,administrator}');
begin
  if not exists (select from account where account.id = asked and account.disabled_at is null) then return; end if;
  if exists (select from role_grant where role_grant.account_id = asked and role_grant.ended_at is null
      and (role_grant.valid_to is null or role_grant.valid_to >= policy.today())
      and not coalesce(role_grant.club_id = any (clubs), false)
      and not coalesce(role_grant.organisation_id = any (organisations), false)
      and not (role_grant.place_code is not null and policy.own_roles_at_place(role_grant.place_level,
        role_grant.place_code, role_grant.place_from, true) && '{ward_officer,province_manager,administrator}'::text[]))
    then return; end if;
  return query select role_grant.role, account.display_name
    from role_grant join account on account.id = role_grant.account_id
    where role_grant.account_id = asked and role_grant.ended_at is null
      and (role_grant.valid_to is null or role_grant.valid_to >= policy.today());
end $$;
-- True when each role of hers is, at its own place, the actor's to give: who is let back in comes back with all of them.
create function policy.within_reach_of_return(asked uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select asked <> (select policy.actor()) and exists (select from policy.held_within_reach(asked))
    and policy.answers_for_all(policy.actor(), asked);
end;

-- What a link opens still stands: whoever made it may still give it, and who comes back holds nothing newer than the link,
-- which two agreed on while she held less.
create function policy.still_stands(asked invitation) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select case asked.kind
    when 'new' then policy.answers_for(asked.invited_by, asked.role, asked.club_id, asked.organisation_id)
      -- The first administrator is invited by the command line.
      or asked.role = 'administrator' and policy.roles_of(asked.invited_by, null, null) @> '{operator}'
    else policy.answers_for_all(asked.invited_by, asked.account_id)
      and not exists (select from role_grant where role_grant.account_id = asked.account_id
        and role_grant.ended_at is null and role_grant.granted_at > asked.created_at) end;
end;

-- The open invitation of a link; none when it was used, cancelled, has run out, or what it opens no longer stands.
create function policy.invitation_of(token bytea) returns table (id uuid, kind text, province text, account_id uuid,
    display_name text, username text, role text, place_name text, invited_by uuid, inviter text, expires_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select invitation.id, invitation.kind, invitation.province, invitation.account_id, invitation.display_name,
    own.username, invitation.role, policy.place_name(invitation.club_id, invitation.organisation_id),
    invitation.invited_by, inviter.display_name, invitation.expires_at
  from invitation
  join account inviter on inviter.id = invitation.invited_by and inviter.disabled_at is null
  left join account own on own.id = invitation.account_id
  where invitation.token_hash = token and invitation.used_at is null and invitation.cancelled_at is null
    and invitation.expires_at > now() and (invitation.kind = 'new' or own.disabled_at is null and own.id is not null)
    and policy.still_stands(invitation);
end;

-- Takes an invitation, once: makes the account and its one role, or ends the ways in of an account that lost them and
-- sets the new password. Null: there is no such open invitation. A passkey is added by the caller in the same transaction.
create function policy.accept_invitation(token bytea, new_account uuid, chosen text, new_hash text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare taken invitation;
begin
  select * into taken from invitation where invitation.token_hash = token for update;
  if not found or not exists (select from policy.invitation_of(token)) then return null; end if;
  if taken.kind = 'new' then
    insert into account (id, province, username, display_name, password_hash, created_by)
      values (new_account, taken.province, chosen, taken.display_name, new_hash, taken.invited_by);
    insert into role_grant (id, account_id, role, organisation_id, club_id, valid_from, granted_by, approval_id)
      values (gen_random_uuid(), new_account, taken.role, taken.organisation_id, taken.club_id, policy.today(),
        taken.invited_by, taken.approval_id);
  else
    new_account := taken.account_id;
    delete from passkey where passkey.account_id = new_account;
    delete from authenticator where authenticator.account_id = new_account;
    delete from known_device where known_device.account_id = new_account;
    update sign_in set ended_at = now() where sign_in.account_id = new_account and sign_in.ended_at is null;
    update account set password_hash = new_hash, password_needs_code = false, security_stamp = security_stamp + 1
      where account.id = new_account;
  end if;
  update invitation set used_at = now(), account_id = new_account where invitation.id = taken.id;
  return new_account;
end $$;

-- The invitation of the first administrator, made by the command line while there is none; an earlier one that nobody
-- took is cancelled. False: an administrator is there already.
create function policy.invite_first_administrator(new_id uuid, token bytea, name text, at_organisation uuid, maker uuid)
  returns boolean language plpgsql security definer set search_path = public, pg_temp
as $$
declare place text;
begin
  perform pg_advisory_xact_lock(hashtext('ke_vai_first_administrator'));
  if exists (select from role_grant where role = 'administrator' and ended_at is null
      and (valid_to is null or valid_to >= policy.today())) then return false; end if;
  select organisation.province into strict place from organisation where organisation.id = at_organisation;
  update invitation set cancelled_at = now() where role = 'administrator' and invited_by = maker
    and used_at is null and cancelled_at is null;
  insert into invitation (id, token_hash, kind, province, display_name, role, organisation_id, invited_by, expires_at)
    values (new_id, token, 'new', place, name, 'administrator', at_organisation, maker, now() + interval '7 days');
  return true;
end $$;

revoke execute on function policy.own_password, policy.place_name, policy.invitations_here, policy.held_within_reach,
  policy.within_reach_of_return, policy.answers_for_all, policy.still_stands, policy.invitation_of, policy.accept_invitation,
  policy.invite_first_administrator from public;
grant execute on function policy.own_password, policy.invitations_here, policy.held_within_reach,
  policy.within_reach_of_return to ke_vai_app;
grant execute on function policy.invitation_of, policy.accept_invitation to ke_vai_sign_in;
grant execute on function policy.invite_first_administrator to ke_vai_operator;
