-- Accounts, ways to sign in, sign-ins, invitations. A person reaches her own; before anyone is known, the sign-in role
-- alone sees what opens an account. The app never sees a hash, a token or another person's way in.

-- Before anyone is known.
create policy account__sign_in on account for select to ke_vai_sign_in using (true);
create policy account__set_password on account for update to ke_vai_sign_in using (disabled_at is null);
grant select, update (password_hash, password_needs_code, security_stamp) on account to ke_vai_sign_in;
create policy sign_in__make on sign_in for insert to ke_vai_sign_in with check (true);
create policy sign_in__end on sign_in for all to ke_vai_sign_in using (true);
grant select, insert, delete, update (ended_at, stepped_up_at) on sign_in to ke_vai_sign_in;
create policy sign_in_failure__count on sign_in_failure for all to ke_vai_sign_in using (true) with check (true);
grant select, insert, delete on sign_in_failure to ke_vai_sign_in;
create policy known_device__keep on known_device for all to ke_vai_sign_in using (true) with check (true);
grant select, insert, delete, update (failures, last_used_at) on known_device to ke_vai_sign_in;
create policy challenge__take on challenge for all to ke_vai_sign_in using (true) with check (true);
grant select, insert, delete on challenge to ke_vai_sign_in;
create policy passkey__sign_in on passkey for all to ke_vai_sign_in using (true) with check (true);
grant select, insert, update (sign_count, backed_up, last_used_at) on passkey to ke_vai_sign_in;
create policy authenticator__sign_in on authenticator for all to ke_vai_sign_in using (true);
grant select, update (last_step) on authenticator to ke_vai_sign_in;

-- Her own.
create policy sign_in__own on sign_in for select to ke_vai_app using (account_id = (select policy.actor()));
create policy sign_in__end_own on sign_in for update to ke_vai_app
  using (account_id = (select policy.actor())) with check (account_id = (select policy.actor()) and ended_at is not null);
grant select (id, account_id, created_at, last_used_at, expires_at, ended_at, method, device), update (ended_at) on sign_in to ke_vai_app;
create policy passkey__own on passkey for select to ke_vai_app using (account_id = (select policy.actor()));
create policy passkey__remove on passkey for delete to ke_vai_app using (account_id = (select policy.actor()));
grant select (id, account_id, name, backed_up, created_at, last_used_at), delete on passkey to ke_vai_app;
create policy authenticator__own on authenticator for all to ke_vai_app
  using (account_id = (select policy.actor())) with check (account_id = (select policy.actor()));
grant select, insert, delete, update (confirmed_at, last_step) on authenticator to ke_vai_app;

-- An invitation is made in one's own name, into one's own reach, to a role that one may give. Any but a member's hangs on
-- an agreement of two on exactly this invitation, which is being used in this very transaction.
create policy invitation__read on invitation for select to ke_vai_app
  using (invited_by = (select policy.actor())
    or club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager,administrator}'))::uuid[])
    or organisation_id = any ((select policy.organisations('{ward_officer,province_manager,administrator}'))::uuid[]));
create policy invitation__make on invitation for insert to ke_vai_app
  with check (invited_by = (select policy.actor()) and account_id is distinct from (select policy.actor())
    and used_at is null and cancelled_at is null and created_at = now() and expires_at <= now() + interval '7 days'
    and case kind when 'new' then account_id is null and policy.may_give(role, club_id, organisation_id)
      else role is null and club_id is null and policy.within_reach_of_return(account_id) end
    and (kind = 'new' and role = 'club_member'
      or exists (select from approval where approval.id = approval_id and approval.requested_by = (select policy.actor())
        and approval.decision = 'approved' and approval.used_at = now()
        and approval.command = case kind when 'new' then 'invitation.make_powerful' else 'invitation.make_return' end
        and approval.request ->> 'invitationId' = invitation.id::text
        and approval.request ->> 'role' is not distinct from invitation.role
        and approval.request ->> 'accountId' is not distinct from invitation.account_id::text
        and approval.request ->> 'clubId' is not distinct from invitation.club_id::text
        and (invitation.club_id is not null
          or approval.request ->> 'organisationId' = invitation.organisation_id::text))));
create policy invitation__cancel on invitation for update to ke_vai_app
  using (used_at is null and (invited_by = (select policy.actor())
    or club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager,administrator}'))::uuid[])
    or organisation_id = any ((select policy.organisations('{ward_officer,province_manager,administrator}'))::uuid[])))
  with check (cancelled_at is not null);
grant select (id, kind, province, account_id, display_name, role, organisation_id, club_id, invited_by, approval_id,
  created_at, expires_at, used_at, cancelled_at), insert, update (cancelled_at) on invitation to ke_vai_app;

-- What the functions of 1_account.sql change for somebody who holds the link.
create policy sign_in__gate on sign_in for all to ke_vai_gate using (true);
grant select, update (last_used_at, ended_at) on sign_in to ke_vai_gate;
create policy account__invited on account for insert to ke_vai_gate with check (created_by is not null and username <> 'operator');
create policy account__returned on account for update to ke_vai_gate using (disabled_at is null);
grant insert, update (password_hash, password_needs_code, security_stamp) on account to ke_vai_gate;
create policy role_grant__invited on role_grant for insert to ke_vai_gate
  with check (granted_by is not null and account_id <> granted_by);
grant insert on role_grant to ke_vai_gate;
create policy invitation__taken on invitation for update to ke_vai_gate using (true);
create policy invitation__first on invitation for insert to ke_vai_gate with check (role = 'administrator' and kind = 'new');
grant insert, update (used_at, cancelled_at, account_id) on invitation to ke_vai_gate;
create policy passkey__gate on passkey for all to ke_vai_gate using (true);
create policy authenticator__gate on authenticator for all to ke_vai_gate using (true);
create policy known_device__gate on known_device for all to ke_vai_gate using (true);
grant select (account_id), delete on passkey, authenticator, known_device to ke_vai_gate;
