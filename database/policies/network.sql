-- Accounts, organisations, clubs and what belongs to a club. The deploy (as owner) loads the network; the app may not.

create policy account__gate on account for select to ke_vai_gate using (true);
create policy account__deploy on account for all to ke_vai_owner using (true) with check (true);
create policy account__own on account for select to ke_vai_app using (id = (select policy.actor()));
grant select (id, username, display_name, province) on account to ke_vai_app;

grant select on account, organisation, club, role_grant, member to ke_vai_gate;

create policy organisation__gate on organisation for select to ke_vai_gate using (true);
create policy organisation__deploy on organisation for all to ke_vai_owner using (true) with check (true);
create policy organisation__read on organisation for select to ke_vai_app using ((select policy.actor()) is not null);
create policy organisation_name__deploy on organisation_name for all to ke_vai_owner using (true) with check (true);
create policy organisation_name__read on organisation_name for select to ke_vai_app using ((select policy.actor()) is not null);
create policy programme__deploy on programme for all to ke_vai_owner using (true) with check (true);
create policy programme__read on programme for select to ke_vai_app using ((select policy.actor()) is not null);
create policy programme_name__deploy on programme_name for all to ke_vai_owner using (true) with check (true);
create policy programme_name__read on programme_name for select to ke_vai_app using ((select policy.actor()) is not null);
create policy parameter__deploy on parameter for all to ke_vai_owner using (true) with check (true);
create policy parameter__read on parameter for select to ke_vai_app using ((select policy.actor()) is not null);
grant select on organisation, organisation_name, programme, programme_name, parameter to ke_vai_app;

create policy role_grant__gate on role_grant for select to ke_vai_gate using (true);
create policy role_grant__deploy on role_grant for all to ke_vai_owner using (true) with check (true);
create policy role_grant__own on role_grant for select to ke_vai_app using (account_id = (select policy.actor()));
grant select on role_grant to ke_vai_app;

create policy club__gate on club for select to ke_vai_gate using (true);
create policy club__deploy on club for all to ke_vai_owner using (true) with check (true);
create policy club__read on club for select to ke_vai_app
  using (id = any ((select policy.clubs('{club_member,club_chair,ward_officer,province_manager,police_liaison,operator}'))::uuid[])
    or managing_organisation_id = any ((select policy.organisations('{ward_officer,province_manager}'))::uuid[]));
create policy club__create on club for insert to ke_vai_app
  with check (managing_organisation_id = any ((select policy.organisations('{ward_officer,province_manager}'))::uuid[]));
create policy club__manage on club for update to ke_vai_app
  using (id = any ((select policy.clubs('{club_chair,ward_officer,province_manager}'))::uuid[]));
grant select, insert on club to ke_vai_app;
grant update (state, decision_no, decision_on, launched_on, started_on, pilot, month_start_day, programme_id) on club to ke_vai_app;

create policy club_name__deploy on club_name for all to ke_vai_owner using (true) with check (true);
create policy club_name__read on club_name for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_member,club_chair,ward_officer,province_manager,police_liaison,operator}'))::uuid[]));
create policy club_name__create on club_name for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{ward_officer,province_manager}'))::uuid[]));
create policy club_name__end on club_name for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{ward_officer,province_manager}'))::uuid[]));
grant select, insert, update (valid_to) on club_name to ke_vai_app;

create policy club_state_change__deploy on club_state_change for all to ke_vai_owner using (true) with check (true);
create policy club_state_change__read on club_state_change for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_member,club_chair,ward_officer,province_manager,operator}'))::uuid[]));
create policy club_state_change__add on club_state_change for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{ward_officer,province_manager}'))::uuid[]));
grant select, insert on club_state_change to ke_vai_app;

create policy club_statute__deploy on club_statute for all to ke_vai_owner using (true) with check (true);
create policy club_statute__read on club_statute for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_member,club_chair,ward_officer,province_manager,operator}'))::uuid[]));
create policy club_statute__write on club_statute for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,ward_officer}'))::uuid[]));
create policy club_statute__replace on club_statute for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer}'))::uuid[]));
grant select, insert, update (in_force) on club_statute to ke_vai_app;

create policy club_plan__deploy on club_plan for all to ke_vai_owner using (true) with check (true);
create policy club_plan__read on club_plan for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_member,club_chair,ward_officer,province_manager,operator}'))::uuid[]));
create policy club_plan__write on club_plan for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,ward_officer}'))::uuid[]));
create policy club_plan__change on club_plan for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager}'))::uuid[]));
grant select, insert, update (objectives, activities, approved_on) on club_plan to ke_vai_app;

create policy target__deploy on target for all to ke_vai_owner using (true) with check (true);
create policy target__read on target for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_member,club_chair,ward_officer,province_manager,operator}'))::uuid[]));
create policy target__write on target for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager}'))::uuid[]));
create policy target__remove on target for delete to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager}'))::uuid[]));
grant select, insert, delete on target to ke_vai_app;

create policy member__gate on member for select to ke_vai_gate using (true);
create policy member__deploy on member for all to ke_vai_owner using (true) with check (true);
create policy member__read on member for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_member,club_chair,ward_officer,operator}'))::uuid[]));
create policy member__add on member for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,ward_officer,operator}'))::uuid[]));
create policy member__change on member for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer}'))::uuid[]));
grant select, insert on member to ke_vai_app;
grant update (account_id, board_role, eligibility_ground, work, kind, area, mobilisation_target, left_on) on member to ke_vai_app;
create trigger member__kept before update on member for each row execute function policy.keep_member();

create policy member_background__own on member_background for all to ke_vai_app
  using (member_id = any ((select policy.own_members())::uuid[]))
  with check (member_id = any ((select policy.own_members())::uuid[]));
grant select, insert, delete, update (sealed) on member_background to ke_vai_app;

-- What a plan of going away asks goes on to whoever goes to her now.
create policy task__read on task for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,operator}'))::uuid[])
    or member_id = any ((select policy.own_members())::uuid[])
    or (origin = 'departure' and exists (select from person where person.province = task.province and person.id = task.person_id
      and person.member_id = any ((select policy.own_members())::uuid[]))));
create policy task__give on task for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,ward_officer,operator}'))::uuid[])
    or (origin in ('screening', 'departure') and club_id = any ((select policy.clubs('{club_member}'))::uuid[])));
create policy task__do on task for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
    or member_id = any ((select policy.own_members())::uuid[])
    or (origin = 'departure' and exists (select from person where person.province = task.province and person.id = task.person_id
      and person.member_id = any ((select policy.own_members())::uuid[]))));
create policy task__deploy on task for all to ke_vai_owner using (true) with check (true);
grant select, insert, update (state, result, finished_at, member_id, due_at, content) on task to ke_vai_app;

-- In whose custody the master key is: every screen warns while it lies in a file.
create policy deployed__custody on deployed for select to ke_vai_app using (what = 'master_key_custody');
grant select (what, hash) on deployed to ke_vai_app;
