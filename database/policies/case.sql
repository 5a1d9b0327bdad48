-- A case is its team's. A case that nobody carries yet waits where the case managers of its agency see its coded facts.
-- The province sees clocks, never a person.

-- What the functions of 1_case_reach.sql look at.
create policy case_file__gate on case_file for select to ke_vai_gate using (true);
grant select (province, id, organisation_id, manager_id, person_id, club_id, reception_id, code, opened_by, opened_at, received_at,
  triage, track) on case_file to ke_vai_gate;
create policy reception__gate on reception for select to ke_vai_gate using (true);
grant select on reception to ke_vai_gate;
create policy case_member__gate on case_member for select to ke_vai_gate using (true);
grant select on case_member to ke_vai_gate;
create policy case_exclusion__gate on case_exclusion for select to ke_vai_gate using (true);
grant select on case_exclusion to ke_vai_gate;
create policy case_entry__gate on case_entry for select to ke_vai_gate using (true);
grant select (province, id, case_id, tier, recorded_by) on case_entry to ke_vai_gate;

-- Whoever may open or announce a case takes the next number of the province.
create policy case_code_counter__count on case_code_counter for all to ke_vai_app
  using (province in (select organisation.province from organisation
      where organisation.id = any ((select policy.organisations('{case_manager,shelter_manager,police_liaison}'))::uuid[]))
    or province in (select club.province from club where club.id = any ((select policy.clubs('{club_member,club_chair}'))::uuid[])))
  with check (province in (select organisation.province from organisation
      where organisation.id = any ((select policy.organisations('{case_manager,shelter_manager,police_liaison}'))::uuid[]))
    or province in (select club.province from club where club.id = any ((select policy.clubs('{club_member,club_chair}'))::uuid[])));
grant select, insert, update (last) on case_code_counter to ke_vai_app;

create policy reception__read on reception for select to ke_vai_app
  using (organisation_id = any ((select policy.organisations('{case_manager,shelter_manager}'))::uuid[])
    or handed_over_by_organisation_id = any ((select policy.organisations('{police_liaison}'))::uuid[]));
create policy reception__add on reception for insert to ke_vai_app
  with check (recorded_by = (select policy.actor())
    and (kind = 'group' and handed_over_by_organisation_id is null
        and organisation_id = any ((select policy.organisations('{case_manager,shelter_manager}'))::uuid[])
      or kind = 'handover' and handed_over_by_organisation_id = any ((select policy.organisations('{police_liaison}'))::uuid[])
        and exists (select from organisation where organisation.id = reception.organisation_id
          and organisation.kind = 'social_work_centre')));
create policy reception__end on reception for update to ke_vai_app
  using (organisation_id = any ((select policy.organisations('{case_manager,shelter_manager}'))::uuid[]));
grant select, insert, update (ended_at) on reception to ke_vai_app;

create policy case_file__read on case_file for select to ke_vai_app
  using (id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    or manager_id is null and organisation_id = any ((select policy.organisations('{case_manager}'))::uuid[])
    or manager_id is null and opened_by = (select policy.actor())
      and organisation_id = any ((select policy.organisations('{shelter_manager}'))::uuid[])
    or id = any ((select policy.announced_cases())::uuid[]));
-- Opened by whoever receives; she carries it only once she is on its team. The border guard opens those of the group that it
-- hands over, a club the one of her whom it takes to the commune; neither reads them.
create policy case_file__open on case_file for insert to ke_vai_app
  with check (opened_by = (select policy.actor()) and opened_at = now() and manager_id is null
    and (organisation_id = any ((select policy.organisations('{case_manager,shelter_manager}'))::uuid[])
      or received_at is null and club_id is null and person_id is null and exists (select from reception
        where reception.province = case_file.province and reception.id = case_file.reception_id
          and reception.organisation_id = case_file.organisation_id and reception.kind = 'handover'
          and reception.recorded_by = (select policy.actor()) and reception.started_at = now())
      or received_at is null and reception_id is null and channel = 'club'
        and club_id = any ((select policy.clubs('{club_member,club_chair}'))::uuid[])
        and exists (select from person where person.province = case_file.province and person.id = case_file.person_id
          and person.club_id = case_file.club_id
          and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
            or person.member_id = any ((select policy.own_members())::uuid[])))
        and exists (select from organisation where organisation.id = case_file.organisation_id
          and organisation.province = case_file.province and organisation.kind = 'social_work_centre')));
create policy case_file__change on case_file for update to ke_vai_app
  using (id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    or manager_id is null and opened_by = (select policy.actor())
      and organisation_id = any ((select policy.organisations('{case_manager,shelter_manager}'))::uuid[])
    or id = any ((select policy.announced_cases())::uuid[]))
  with check (id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    or manager_id is null and organisation_id = any ((select policy.organisations('{case_manager,shelter_manager}'))::uuid[]));
create policy case_file__excluded on case_file as restrictive for all to ke_vai_app
  using (id <> all ((select policy.excluded_cases())::uuid[]));
grant select, insert on case_file to ke_vai_app;
grant update (received_at, triage, issues, track, age_band, sex, language, needs_interpreter, nationality, found_in, state, stage, legal_status,
  identified_on, retrafficking_risk, manager_id, accompanies_id, last_seq, closed_at, club_id, person_id) on case_file to ke_vai_app;

create policy case_member__read on case_member for select to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[]));
-- The manager names the team; whoever takes a case that nobody carries becomes its manager.
create policy case_member__add on case_member for insert to ke_vai_app
  with check (added_by = (select policy.actor()) and until is null and policy.may_join_case(account_id, case_id)
    and (case_id = any ((select policy.own_cases('{manager}'))::uuid[])
      or account_id = (select policy.actor()) and part = 'manager'
        and exists (select from case_file where case_file.province = case_member.province and case_file.id = case_member.case_id
          and case_file.manager_id is null
          and case_file.organisation_id = any ((select policy.organisations('{case_manager}'))::uuid[]))));
create policy case_member__end on case_member for update to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager}'))::uuid[]));
grant select, insert, update (until) on case_member to ke_vai_app;

create policy case_exclusion__read on case_exclusion for select to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager}'))::uuid[]));
create policy case_exclusion__set on case_exclusion for insert to ke_vai_app
  with check (case_id = any ((select policy.own_cases('{manager}'))::uuid[]) and set_by = (select policy.actor()));
create policy case_exclusion__lift on case_exclusion for update to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager}'))::uuid[]));
grant select, insert, update (lifted_at, lifted_by) on case_exclusion to ke_vai_app;

-- Put there with the case, and from then on the vault's alone.
create policy case_key__add on case_key for insert to ke_vai_app
  with check (policy.opened_now(case_id));
grant insert on case_key to ke_vai_app;
create policy case_key__vault on case_key for all to ke_vai_vault using (true) with check (true);
grant select, update (wrapped, epoch) on case_key to ke_vai_vault;

create policy case_identity__read on case_identity for select to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[]));
create policy case_identity__add on case_identity for insert to ke_vai_app
  with check (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    or policy.opened_now(case_id) or case_id = any ((select policy.announced_cases())::uuid[]));
create policy case_identity__change on case_identity for update to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member}'))::uuid[]));
grant select, insert, update (sealed, version) on case_identity to ke_vai_app;

-- Read by the team; a private note only by who wrote it and by the supervisor. Added, never changed.
create policy case_entry__read on case_entry for select to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    and (tier <> 'private' or recorded_by = (select policy.actor())
      or case_id = any ((select policy.own_cases('{supervisor}'))::uuid[])));
create policy case_entry__add on case_entry for insert to ke_vai_app
  with check (recorded_by = (select policy.actor())
    and (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
      or policy.opened_now(case_id) or case_id = any ((select policy.announced_cases())::uuid[])));
grant select, insert on case_entry to ke_vai_app;

create policy case_deadline__read on case_deadline for select to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    or organisation_id = any ((select policy.organisations('{province_manager}'))::uuid[])
    or exists (select from case_file where case_file.province = case_deadline.province and case_file.id = case_deadline.case_id
      and case_file.manager_id is null));
create policy case_deadline__start on case_deadline for insert to ke_vai_app
  with check (policy.opened_now(case_id) or exists (select from case_file
    where case_file.province = case_deadline.province and case_file.id = case_deadline.case_id
      and case_file.organisation_id = case_deadline.organisation_id));
create policy case_deadline__meet on case_deadline for update to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[]));
grant select, insert, update (due_at, met_at, dropped_at) on case_deadline to ke_vai_app;
