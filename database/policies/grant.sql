-- Grants are read by those who answer for a place, given and ended by commands; conflicts of interest; two people's agreement.

-- What the functions of 0_grants_and_approvals.sql read beyond the network.
create policy club_name__of_grants on club_name for select to ke_vai_gate using (true);
create policy organisation_name__of_grants on organisation_name for select to ke_vai_gate using (true);
create policy invitation__of_grants on invitation for select to ke_vai_gate using (true);
create policy approval__names on approval for select to ke_vai_gate using (true);
grant select on club_name, organisation_name, invitation, approval to ke_vai_gate;

create policy role_grant__overseen on role_grant for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager,data_protection_officer,auditor,administrator}'))::uuid[])
    or organisation_id = any ((select policy.organisations('{ward_officer,province_manager,data_protection_officer,auditor,administrator}'))::uuid[])
    or place_code is not null and policy.oversees_place(place_level, place_code, place_from));
-- A member's role is given by one person; every other one only with an agreement of two on exactly this grant, which is
-- used in this very transaction; for a role at a place, asked in an organisation that stands over all of it. Given now:
-- the days of nearness (policy.too_near) are counted from it.
create policy role_grant__give on role_grant for insert to ke_vai_app
  with check (granted_by = (select policy.actor()) and account_id <> (select policy.actor()) and ended_at is null
    and granted_at = now()
    and case when place_code is null then policy.may_give(role, club_id, organisation_id)
      else policy.may_give_at_place(role, place_level, place_code, place_from) end
    and (role = 'club_member' or exists (select from approval where approval.id = approval_id
      and approval.command = 'grant.give_powerful' and approval.requested_by = (select policy.actor())
      and approval.decision = 'approved' and approval.used_at = now()
      and approval.request ->> 'grantId' = role_grant.id::text
      and approval.request ->> 'accountId' = role_grant.account_id::text
      and approval.request ->> 'role' = role_grant.role
      and approval.request ->> 'clubId' is not distinct from role_grant.club_id::text
      and approval.request #>> '{place,level}' is not distinct from role_grant.place_level
      and approval.request #>> '{place,code}' is not distinct from role_grant.place_code
      and (approval.request #>> '{place,validFrom}')::date is not distinct from role_grant.place_from
      and case when role_grant.place_code is not null
        then policy.stands_over(approval.organisation_id, role_grant.place_level, role_grant.place_code, role_grant.place_from, true)
        else role_grant.club_id is not null or approval.request ->> 'organisationId' = role_grant.organisation_id::text end
      and (approval.request ->> 'since')::date = role_grant.valid_from
      and (approval.request ->> 'until')::date is not distinct from role_grant.valid_to)));
create policy role_grant__end on role_grant for update to ke_vai_app
  using (ended_at is null and case when place_code is null then policy.may_end(role, club_id, organisation_id)
    else policy.may_end_at_place(role, place_level, place_code, place_from) end)
  with check (ended_at is not null and ended_by = (select policy.actor()));
grant insert, update (ended_at, ended_by, end_reason) on role_grant to ke_vai_app;

create policy exclusion__gate on exclusion for select to ke_vai_gate using (true);
grant select on exclusion to ke_vai_gate;
-- Whoever is excluded does not learn of it, nor of another's exclusion from the same person: the row would tell that
-- the person is there. Nobody sets or lifts her own.
create policy exclusion__hidden on exclusion as restrictive for all to ke_vai_app
  using (account_id <> (select policy.actor()) and person_id <> all ((select policy.excluded_always())::uuid[]));
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

-- A wish about persons tells their codes: it is there for those who may see one, or look after the data, alone.
create policy approval__read on approval for select to ke_vai_app
  using (requested_by = (select policy.actor())
    or club_id = any ((select policy.clubs('{club_chair,ward_officer,data_protection_officer}'))::uuid[])
    or (codes = '{}' and club_id = any ((select policy.clubs('{province_manager,administrator}'))::uuid[]))
    or organisation_id = any ((select policy.organisations('{ward_officer,province_manager,data_protection_officer,administrator}'))::uuid[]));
-- A wish that touches a person is not there for whoever is excluded from her.
create policy approval__excluded on approval as restrictive for select to ke_vai_app
  using (not (touches && (select policy.excluded_always())::uuid[]));
create policy approval__ask on approval for insert to ke_vai_app
  with check (requested_by = (select policy.actor()) and decided_by is null and decided_at is null and decision is null
    and used_at is null and withdrawn_at is null and requested_at = now() and expires_at <= now() + interval '24 hours'
    and (club_id is null) <> (organisation_id is null) and cardinality(policy.roles_at(club_id, organisation_id)) > 0);
-- Nobody decides on her own wish; a decision is signed with her own name, by whom this command's agreement is asked of,
-- and a yes is not given by who stands too near.
create policy approval__decide on approval for update to ke_vai_app
  using (requested_by <> (select policy.actor()) and used_at is null and withdrawn_at is null and expires_at > now()
    and policy.roles_at(club_id, organisation_id) && policy.agreeing_to(command)
    and (club_id is not null or organisation_id is not null))
  with check (decided_by = (select policy.actor())
    and (decision = 'declined' or decision = 'approved' and not policy.too_near(requested_by, decided_by)));
create policy approval__use on approval for update to ke_vai_app
  using (requested_by = (select policy.actor()) and used_at is null)
  with check (requested_by = (select policy.actor()) and (used_at is not null or withdrawn_at is not null));
grant select, insert on approval to ke_vai_app;
grant update (decided_by, decided_at, decision, used_at, withdrawn_at) on approval to ke_vai_app;
create trigger approval__kept before update on approval for each row execute function policy.keep_approval();
