-- A club beside a case: the team asks and plans, the club answers and says how it went.

create policy companion__gate on companion for select to ke_vai_gate using (true);
create policy companion_task__gate on companion_task for select to ke_vai_gate using (true);
grant select on companion, companion_task to ke_vai_gate;
create policy companion__gate_ends on companion for update to ke_vai_gate
  using (exists (select from transfer where transfer.province = companion.province and transfer.case_id = companion.case_id
    and transfer.state = 'accepted' and transfer.answered_at = now())) with check (state = 'ended');
grant update (state, ended_at, ended_side, end_reason, next_visit_on, next_visit_purpose) on companion to ke_vai_gate;
create policy case_file__companion_gate on case_file for update to ke_vai_gate
  using (exists (select from companion where companion.province = case_file.province and companion.case_id = case_file.id
    and companion.state in ('asked', 'accepted')));
create policy case_entry__companion_gate on case_entry for insert to ke_vai_gate
  with check (kind in ('companion.answered', 'companion.task_finished', 'companion.visited', 'companion.left')
    and tier = 'team' and recorded_by = policy.actor());

create policy companion__read on companion for select to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    or id = any ((select policy.club_companions())::uuid[]));
-- Asked by who manages the case, only of a club of that organisation, and of exactly what she agreed to.
create policy companion__ask on companion for insert to ke_vai_app
  with check (state = 'asked' and asked_by = (select policy.actor()) and asked_at = now() and member_id is null
    and case_id = any ((select policy.own_cases('{manager}'))::uuid[])
    and exists (select from case_file where case_file.province = companion.province and case_file.id = companion.case_id
      and case_file.organisation_id = companion.organisation_id)
    and exists (select from policy.companion_clubs(companion.organisation_id) near
      where near.id = companion.club_id and near.organisation_id = companion.to_organisation_id)
    and policy.consent_covers(consent_id, case_id, null, 'companion', to_organisation_id, null, fields));
create policy companion__carry on companion for update to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[]))
  with check (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    and (state not in ('asked', 'accepted')
      or policy.consent_covers(consent_id, case_id, null, 'companion', to_organisation_id, null, fields)));
-- The board answers and says who goes; whoever goes says how it went, and hands it to nobody else.
create policy companion__answer on companion for update to ke_vai_app
  using (id = any ((select policy.club_companions())::uuid[]))
  with check (id = any ((select policy.club_companions())::uuid[])
    and policy.consent_covers(consent_id, case_id, null, 'companion', to_organisation_id, null, fields)
    and (club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
        and (member_id is null or exists (select from member where member.province = companion.province
          and member.id = companion.member_id and member.club_id = companion.club_id))
      or state = 'accepted' and member_id = any ((select policy.own_members())::uuid[])));
create policy companion__excluded on companion as restrictive for all to ke_vai_app
  using (case_id <> all ((select policy.excluded_cases())::uuid[]));
grant select, insert, update (state, consent_id, reach, safe_contact, answered_at, decline_reason, member_id, next_visit_on,
  next_visit_purpose, last_visit_on, last_outcome, ended_at, ended_side, end_reason) on companion to ke_vai_app;

create policy companion_task__read on companion_task for select to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    or companion_id = any ((select policy.club_companions())::uuid[]));
create policy companion_task__add on companion_task for insert to ke_vai_app
  with check (added_by = (select policy.actor()) and added_at = now() and done_on is null
    and case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    and exists (select from companion where companion.province = companion_task.province
      and companion.id = companion_task.companion_id and companion.case_id = companion_task.case_id
      and companion.state in ('asked', 'accepted')));
create policy companion_task__finish on companion_task for update to ke_vai_app
  using (done_on is null and companion_id = any ((select policy.club_companions())::uuid[]))
  with check (done_on is not null);
create policy companion_task__excluded on companion_task as restrictive for all to ke_vai_app
  using (case_id <> all ((select policy.excluded_cases())::uuid[]));
grant select, insert, update (done_on, outcome) on companion_task to ke_vai_app;
