-- The register. The board reaches the whole book of its club, a member the persons assigned to her, the ward officer
-- the coded facts. Identity is reached by the board and the assigned member alone.

create policy person_code_counter__count on person_code_counter for all to ke_vai_app
  using (province in (select club.province from club
    where club.id = any ((select policy.clubs('{club_chair,club_member,operator}'))::uuid[])))
  with check (province in (select club.province from club
    where club.id = any ((select policy.clubs('{club_chair,club_member,operator}'))::uuid[])));
grant select, insert, update (last) on person_code_counter to ke_vai_app;

create policy person__read on person for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,operator}'))::uuid[])
    or member_id = any ((select policy.own_members())::uuid[]));
create policy person__add on person for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,operator}'))::uuid[])
    or member_id = any ((select policy.own_members())::uuid[]));
create policy person__change on person for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,operator}'))::uuid[])
    or member_id = any ((select policy.own_members())::uuid[]));
grant select, insert on person to ke_vai_app;
grant update (sex, ethnicity, risk, risk_on, status, member_id, last_contact_on, next_step, next_due_on, first_known_at) on person to ke_vai_app;

-- What hangs on a person is reached exactly as she is: these ask the person's own policy.
create policy person_group__read on person_group for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,operator}'))::uuid[])
    or exists (select from person where person.province = person_group.province and person.id = person_group.person_id));
create policy person_group__add on person_group for insert to ke_vai_app
  with check (exists (select from person where person.province = person_group.province and person.id = person_group.person_id
      and person.club_id = person_group.club_id)
    and club_id = any ((select policy.clubs('{club_chair,club_member,operator}'))::uuid[]));
create policy person_group__end on person_group for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,club_member,operator}'))::uuid[])
    and exists (select from person where person.province = person_group.province and person.id = person_group.person_id));
grant select, insert, update (until) on person_group to ke_vai_app;

-- Put there with the person, and from then on the vault's alone: the server never reads a key, not even a wrapped one.
create policy person_key__add on person_key for insert to ke_vai_app
  with check (exists (select from person where person.province = person_key.province and person.id = person_key.person_id
    and person.club_id = any ((select policy.clubs('{club_chair,club_member,operator}'))::uuid[])));
grant insert on person_key to ke_vai_app;

create policy person_identity__read on person_identity for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,operator}'))::uuid[])
    or exists (select from person where person.province = person_identity.province and person.id = person_identity.person_id
      and person.member_id = any ((select policy.own_members())::uuid[])));
create policy person_identity__add on person_identity for insert to ke_vai_app
  with check (exists (select from person where person.province = person_identity.province and person.id = person_identity.person_id
      and person.club_id = person_identity.club_id)
    and club_id = any ((select policy.clubs('{club_chair,club_member,operator}'))::uuid[]));
create policy person_identity__change on person_identity for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
grant select, insert, update (sealed, version) on person_identity to ke_vai_app;

create policy safe_contact__read on safe_contact for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,operator}'))::uuid[])
    or exists (select from person where person.province = safe_contact.province and person.id = safe_contact.person_id
      and person.member_id = any ((select policy.own_members())::uuid[])));
create policy safe_contact__write on safe_contact for insert to ke_vai_app
  with check (exists (select from person where person.province = safe_contact.province and person.id = safe_contact.person_id
      and person.club_id = safe_contact.club_id)
    and club_id = any ((select policy.clubs('{club_chair,club_member,operator}'))::uuid[]));
create policy safe_contact__change on safe_contact for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,club_member}'))::uuid[])
    and exists (select from person where person.province = safe_contact.province and person.id = safe_contact.person_id));
grant select, insert, update (ways, from_minute, until_minute, days_note, say_from, may_leave_message, who_may_answer, visit_rule, sealed, updated_at) on safe_contact to ke_vai_app;

create policy contact__read on contact for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,operator}'))::uuid[])
    or exists (select from person where person.province = contact.province and person.id = contact.person_id));
create policy contact__record on contact for insert to ke_vai_app
  with check (exists (select from person where person.province = contact.province and person.id = contact.person_id
      and person.club_id = contact.club_id)
    and club_id = any ((select policy.clubs('{club_chair,club_member,operator}'))::uuid[]));
grant select, insert on contact to ke_vai_app;

create policy referral__read on referral for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,operator}'))::uuid[])
    or exists (select from person where person.province = referral.province and person.id = referral.person_id));
-- What a paper book says of a referral comes in with the book and stays as it was written; the product's own stand in consent.sql.
create policy referral__from_book on referral for insert to ke_vai_app
  with check (state is null and origin = 'ledger'
    and exists (select from person where person.province = referral.province and person.id = referral.person_id
      and person.club_id = referral.club_id)
    and club_id = any ((select policy.clubs('{club_chair,operator}'))::uuid[]));
grant select, insert on referral to ke_vai_app;

create policy screening__read on screening for select to ke_vai_app
  using (exists (select from person where person.province = screening.province and person.id = screening.person_id));
create policy screening__record on screening for insert to ke_vai_app
  with check (exists (select from person where person.province = screening.province and person.id = screening.person_id
      and person.club_id = screening.club_id)
    and club_id = any ((select policy.clubs('{club_chair,club_member}'))::uuid[]));
grant select, insert on screening to ke_vai_app;

create policy survey_round__read on survey_round for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,club_member,ward_officer}'))::uuid[]));
create policy survey_round__open on survey_round for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,club_member}'))::uuid[]));
create policy survey_round__tally on survey_round for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,club_member}'))::uuid[]));
grant select, insert, update (refused, agreed, ends_on) on survey_round to ke_vai_app;

create policy situation_note__read on situation_note for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,police_liaison}'))::uuid[]));
create policy situation_note__write on situation_note for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,club_member}'))::uuid[]));
grant select, insert on situation_note to ke_vai_app;

-- Written by the club, read by the police channel alone.
create policy situation_accused__read on situation_accused for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{police_liaison}'))::uuid[]));
create policy situation_accused__write on situation_accused for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,club_member}'))::uuid[]));
grant select, insert on situation_accused to ke_vai_app;

create policy session__read on session for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,club_member,ward_officer,province_manager,operator}'))::uuid[]));
create policy session__record on session for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,club_member,operator}'))::uuid[]));
grant select, insert on session to ke_vai_app;

create policy mobilisation__read on mobilisation for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,ward_officer,operator}'))::uuid[])
    or member_id = any ((select policy.own_members())::uuid[]));
create policy mobilisation__record on mobilisation for insert to ke_vai_app
  with check ((club_id = any ((select policy.clubs('{club_chair,operator}'))::uuid[])
      or member_id = any ((select policy.own_members())::uuid[]))
    and exists (select from person where person.province = mobilisation.province and person.id = mobilisation.person_id
      and person.club_id = mobilisation.club_id)
    and exists (select from member where member.province = mobilisation.province and member.id = mobilisation.member_id
      and member.club_id = mobilisation.club_id));
create policy mobilisation__change on mobilisation for update to ke_vai_app
  using ((club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
      or member_id = any ((select policy.own_members())::uuid[]))
    and exists (select from person where person.province = mobilisation.province and person.id = mobilisation.person_id));
grant select, insert, update (result, on_day, session_id) on mobilisation to ke_vai_app;

create policy ledger_import__read on ledger_import for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,operator}'))::uuid[]));
create policy ledger_import__add on ledger_import for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,operator}'))::uuid[]));
create policy ledger_row__read on ledger_row for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,operator}'))::uuid[]));
create policy ledger_row__add on ledger_row for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,operator}'))::uuid[]));
grant select, insert on ledger_import, ledger_row to ke_vai_app;
