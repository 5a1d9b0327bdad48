-- The month. The board runs it, the ward officer accepts it, members read it without the board-only part.

create policy month_cycle__read on month_cycle for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_member,club_chair,ward_officer,province_manager,operator}'))::uuid[]));
create policy month_cycle__open on month_cycle for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
create policy month_cycle__move on month_cycle for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer}'))::uuid[]));
grant select, insert, update (state) on month_cycle to ke_vai_app;

create policy month_entry__read on month_entry for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,operator}'))::uuid[]));
create policy month_entry__add on month_entry for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,ward_officer}'))::uuid[]));
grant select, insert on month_entry to ke_vai_app;

create policy month_text__read on month_text for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager,operator}'))::uuid[]));
create policy month_text__write on month_text for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
create policy month_text__change on month_text for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
grant select, insert, update (situation, self_assessment, difficulties, next_month, updated_at) on month_text to ke_vai_app;

create policy month_snapshot__read on month_snapshot for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager,operator}'))::uuid[]));
create policy month_snapshot__add on month_snapshot for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
grant select, insert on month_snapshot to ke_vai_app;

create policy month_amendment__read on month_amendment for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,province_manager,operator}'))::uuid[]));
create policy month_amendment__add on month_amendment for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
grant select, insert on month_amendment to ke_vai_app;

create policy meeting__read on meeting for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_member,club_chair,ward_officer,province_manager,operator}'))::uuid[]));
create policy meeting__record on meeting for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
create policy meeting__change on meeting for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
grant select, insert, update (held_on, venue, minutes, decisions) on meeting to ke_vai_app;

create policy meeting_restricted__read on meeting_restricted for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer}'))::uuid[]));
create policy meeting_restricted__write on meeting_restricted for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
create policy meeting_restricted__change on meeting_restricted for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
grant select, insert, update (text) on meeting_restricted to ke_vai_app;

create policy meeting_attendance__read on meeting_attendance for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_member,club_chair,ward_officer,operator}'))::uuid[]));
create policy meeting_attendance__tap on meeting_attendance for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
create policy meeting_attendance__untap on meeting_attendance for delete to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
grant select, insert, delete on meeting_attendance to ke_vai_app;
