-- Taken to the commune at once: seen by whoever goes to her in the club, and by the team of the case that it opened.

create policy escort__gate on escort for select to ke_vai_gate using (true);
grant select (province, id, case_id) on escort to ke_vai_gate;

create policy escort__read on escort for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
    or exists (select from person where person.province = escort.province and person.id = escort.person_id
      and person.club_id = escort.club_id and person.member_id = any ((select policy.own_members())::uuid[]))
    or case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[]));
create policy escort__add on escort for insert to ke_vai_app
  with check (recorded_by = (select policy.actor()) and policy.opened_now(case_id)
    and exists (select from person where person.province = escort.province and person.id = escort.person_id
      and person.club_id = escort.club_id
      and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
        or person.member_id = any ((select policy.own_members())::uuid[]))));
-- Who received her and when is written by the club that went along.
create policy escort__step on escort for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
    or exists (select from person where person.province = escort.province and person.id = escort.person_id
      and person.club_id = escort.club_id and person.member_id = any ((select policy.own_members())::uuid[])));
create policy escort__excluded on escort as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_always())::uuid[]));
grant select, insert, update (arrived_at, received_at, officer_sealed) on escort to ke_vai_app;

-- The provincial health body sees that somebody reports, by a code.
create policy health_notice__read on health_notice for select to ke_vai_app
  using (organisation_id = any ((select policy.organisations('{province_manager}'))::uuid[])
    or case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[]));
create policy health_notice__tell on health_notice for insert to ke_vai_app
  with check (told_by = (select policy.actor()) and seen_at is null and policy.opened_now(case_id)
    and exists (select from organisation where organisation.id = health_notice.organisation_id
      and organisation.kind = 'health_department'));
create policy health_notice__see on health_notice for update to ke_vai_app
  using (organisation_id = any ((select policy.organisations('{province_manager}'))::uuid[]));
grant select, insert, update (seen_at, seen_by) on health_notice to ke_vai_app;
