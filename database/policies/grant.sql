-- Grants are read by those who answer for a place, given and ended by commands; conflicts of interest; two people's agreement.

create policy role_grant__overseen on role_grant for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager,data_protection_officer,auditor,administrator}'))::uuid[])
    or organisation_id = any ((select policy.organisations('{ward_officer,province_manager,data_protection_officer,auditor,administrator}'))::uuid[]));
create policy role_grant__give on role_grant for insert to ke_vai_app
  with check (granted_by = policy.actor() and account_id <> policy.actor()
    and (club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager,administrator}'))::uuid[])
      or organisation_id = any ((select policy.organisations('{ward_officer,province_manager,administrator}'))::uuid[])));
create policy role_grant__end on role_grant for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager,administrator}'))::uuid[])
    or organisation_id = any ((select policy.organisations('{ward_officer,province_manager,administrator}'))::uuid[]));
grant insert, update (valid_to, ended_by, end_reason) on role_grant to ke_vai_app;

create policy exclusion__gate on exclusion for select to ke_vai_gate using (true);
grant select on exclusion to ke_vai_gate;
-- Whoever is excluded does not learn of it: the row would tell that the person is there.
create policy exclusion__read on exclusion for select to ke_vai_app
  using (account_id <> policy.actor()
    and club_id = any ((select policy.clubs('{club_chair,data_protection_officer}'))::uuid[]));
create policy exclusion__set on exclusion for insert to ke_vai_app
  with check (set_by = policy.actor()
    and club_id = any ((select policy.clubs('{club_chair,data_protection_officer}'))::uuid[]));
create policy exclusion__lift on exclusion for update to ke_vai_app
  using (account_id <> policy.actor()
    and club_id = any ((select policy.clubs('{club_chair,data_protection_officer}'))::uuid[]));
grant select, insert, update (lifted_at, lifted_by) on exclusion to ke_vai_app;

create policy approval__read on approval for select to ke_vai_app
  using (requested_by = policy.actor()
    or club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager,data_protection_officer,administrator}'))::uuid[])
    or organisation_id = any ((select policy.organisations('{ward_officer,province_manager,data_protection_officer,administrator}'))::uuid[]));
create policy approval__ask on approval for insert to ke_vai_app
  with check (requested_by = policy.actor() and decided_by is null and used_at is null);
-- Nobody decides on her own wish; a decision is signed with her own name.
create policy approval__decide on approval for update to ke_vai_app
  using (requested_by <> policy.actor() and used_at is null and withdrawn_at is null and expires_at > now()
    and (club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager,data_protection_officer,administrator}'))::uuid[])
      or organisation_id = any ((select policy.organisations('{ward_officer,province_manager,data_protection_officer,administrator}'))::uuid[])))
  with check (decided_by = policy.actor() and decision is not null);
create policy approval__use on approval for update to ke_vai_app
  using (requested_by = policy.actor() and used_at is null)
  with check (requested_by = policy.actor() and (used_at is not null or withdrawn_at is not null));
grant select, insert on approval to ke_vai_app;
grant update (decided_by, decided_at, decision, used_at, withdrawn_at) on approval to ke_vai_app;
