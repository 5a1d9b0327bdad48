-- Before somebody goes to work abroad. Who goes to her writes and reads it; the ward, the province and the operator do not.

create policy departure_plan__read on departure_plan for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
    or exists (select from person where person.province = departure_plan.province and person.id = departure_plan.person_id
      and person.member_id = any ((select policy.own_members())::uuid[])));
create policy departure_plan__agree on departure_plan for insert to ke_vai_app
  with check (ended_at is null and club_id = any ((select policy.clubs('{club_chair,club_member}'))::uuid[])
    and exists (select from person where person.province = departure_plan.province and person.id = departure_plan.person_id
      and person.club_id = departure_plan.club_id and person.merged_into is null
      and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
        or person.member_id = any ((select policy.own_members())::uuid[]))));
-- It ends once, and what has ended is changed no more; of the rest of a row nothing may be changed.
create policy departure_plan__end on departure_plan for update to ke_vai_app
  using (ended_at is null and (club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
    or exists (select from person where person.province = departure_plan.province and person.id = departure_plan.person_id
      and person.member_id = any ((select policy.own_members())::uuid[]))))
  with check (true);
create policy departure_plan__excluded on departure_plan as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_always())::uuid[]));
grant select, insert, update (ended_at, ended_as) on departure_plan to ke_vai_app;

create policy departure_check_in__read on departure_check_in for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
    or exists (select from person where person.province = departure_check_in.province and person.id = departure_check_in.person_id
      and person.member_id = any ((select policy.own_members())::uuid[])));
create policy departure_check_in__record on departure_check_in for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,club_member}'))::uuid[])
    and exists (select from person where person.province = departure_check_in.province and person.id = departure_check_in.person_id
      and person.club_id = departure_check_in.club_id and person.merged_into is null
      and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
        or person.member_id = any ((select policy.own_members())::uuid[]))));
create policy departure_check_in__excluded on departure_check_in as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_always())::uuid[]));
grant select, insert on departure_check_in to ke_vai_app;

-- Under a certificate of this moment all of it goes: nothing is counted from it.
create policy departure_plan__forget on departure_plan for all to ke_vai_gate
  using (exists (select from erasure where erasure.person_id = departure_plan.person_id and erasure.erased_at = now()));
grant select (province, person_id), delete on departure_plan to ke_vai_gate;
create policy departure_check_in__forget on departure_check_in for all to ke_vai_gate
  using (exists (select from erasure where erasure.person_id = departure_check_in.person_id and erasure.erased_at = now()));
grant select (province, person_id), delete on departure_check_in to ke_vai_gate;
