-- Grants are read by those who answer for a place, given and ended by commands; conflicts of interest; two people's agreement.

-- What the functions of 0_grants_and_approvals.sql read beyond the network.
create policy club_name__of_grants on club_name for select to ke_vai_gate using (true);
create policy organisation_name__of_grants on organisation_name for select to ke_vai_gate using (true);
create policy invitation__of_grants on invitation for select to ke_vai_gate using (true);
create policy approval__names on approval for select to ke_vai_gate using (true);
grant select on club_name, organisation_name, invitation, approval to ke_vai_gate;

create policy role_grant__overseen on role_grant for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager,data_protection_officer,auditor,administrator}'))::uuid[])
    or organisation_id = any ((select policy.organisations('{ward_officer,province_manager,data_protection_officer,auditor,administrator}'))::uuid[]));
-- A member's role is given by one person; every other one only with an agreement of two that is being used.
create policy role_grant__give on role_grant for insert to ke_vai_app
  with check (granted_by = (select policy.actor()) and account_id <> (select policy.actor()) and ended_at is null and role <> 'operator'
    and case when role = 'club_member'
      then club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager}'))::uuid[])
      else (club_id = any ((select policy.clubs('{ward_officer,province_manager}'))::uuid[])
          or organisation_id = any ((select policy.organisations('{ward_officer,province_manager,administrator}'))::uuid[]))
        and exists (select from approval where approval.id = approval_id and approval.requested_by = (select policy.actor())
          and approval.used_at is not null and approval.request ->> 'accountId' = role_grant.account_id::text
          and approval.request ->> 'role' = role_grant.role)
    end);
create policy role_grant__end on role_grant for update to ke_vai_app
  using ((role = 'club_member' and club_id = any ((select policy.clubs('{club_chair}'))::uuid[]))
    or club_id = any ((select policy.clubs('{ward_officer,province_manager,administrator}'))::uuid[])
    or organisation_id = any ((select policy.organisations('{ward_officer,province_manager,administrator}'))::uuid[]))
  with check (ended_at is not null and ended_by = (select policy.actor()));
grant insert, update (ended_at, ended_by, end_reason) on role_grant to ke_vai_app;

create policy exclusion__gate on exclusion for select to ke_vai_gate using (true);
grant select on exclusion to ke_vai_gate;
-- Whoever is excluded does not learn of it, nor of another's exclusion from the same person: the row would tell that
-- the person is there. Nobody sets or lifts her own.
create policy exclusion__hidden on exclusion as restrictive for all to ke_vai_app
  using (account_id <> (select policy.actor()) and person_id <> all ((select policy.excluded_persons())::uuid[]));
create policy exclusion__read on exclusion for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,data_protection_officer}'))::uuid[]));
create policy exclusion__set on exclusion for insert to ke_vai_app
  with check (set_by = (select policy.actor()) and lifted_at is null
    and club_id = any ((select policy.clubs('{club_chair,ward_officer}'))::uuid[])
    and exists (select from person where person.province = exclusion.province and person.id = exclusion.person_id
      and person.club_id = exclusion.club_id));
create policy exclusion__lift on exclusion for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,data_protection_officer}'))::uuid[]))
  with check (lifted_by = (select policy.actor()) and lifted_at is not null);
grant select, insert, update (lifted_at, lifted_by) on exclusion to ke_vai_app;

create policy approval__read on approval for select to ke_vai_app
  using (requested_by = (select policy.actor())
    or club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager,data_protection_officer,administrator}'))::uuid[])
    or organisation_id = any ((select policy.organisations('{ward_officer,province_manager,data_protection_officer,administrator}'))::uuid[]));
-- A wish that touches a person is not there for whoever is excluded from her.
create policy approval__excluded on approval as restrictive for select to ke_vai_app
  using (not (touches && (select policy.excluded_persons())::uuid[]));
create policy approval__ask on approval for insert to ke_vai_app
  with check (requested_by = (select policy.actor()) and decided_by is null and decision is null and used_at is null);
-- Nobody decides on her own wish; a decision is signed with her own name.
create policy approval__decide on approval for update to ke_vai_app
  using (requested_by <> (select policy.actor()) and used_at is null and withdrawn_at is null and expires_at > now()
    and (club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager,data_protection_officer,administrator}'))::uuid[])
      or organisation_id = any ((select policy.organisations('{ward_officer,province_manager,data_protection_officer,administrator}'))::uuid[])))
  with check (decided_by = (select policy.actor()) and decision is not null);
create policy approval__use on approval for update to ke_vai_app
  using (requested_by = (select policy.actor()) and used_at is null)
  with check (requested_by = (select policy.actor()) and (used_at is not null or withdrawn_at is not null));
grant select, insert on approval to ke_vai_app;
grant update (decided_by, decided_at, decision, used_at, withdrawn_at) on approval to ke_vai_app;
create trigger approval__kept before update on approval for each row execute function policy.keep_approval();
