-- Conflicts of interest beat every role (restrictive policies), and the papers of merges and erasures.

create policy person__excluded on person as restrictive for all to ke_vai_app
  using (id <> all ((select policy.excluded_persons())::uuid[]));
create policy person_group__excluded on person_group as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_persons())::uuid[]));
create policy person_identity__excluded on person_identity as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_always())::uuid[]));
create policy safe_contact__excluded on safe_contact as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_always())::uuid[]));
create policy contact__excluded on contact as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_persons())::uuid[]));
create policy referral__excluded on referral as restrictive for all to ke_vai_app
  using ((person_id is null or person_id <> all ((select policy.excluded_persons())::uuid[]))
    and (case_id is null or case_id <> all ((select policy.excluded_cases())::uuid[])));
create policy screening__excluded on screening as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_always())::uuid[]));
create policy mobilisation__excluded on mobilisation as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_persons())::uuid[]));
create policy task__excluded on task as restrictive for all to ke_vai_app
  using (person_id is null or person_id <> all ((select policy.excluded_always())::uuid[]));

-- An erased person is not there; only the facts that were counted are.
create policy person__erased on person as restrictive for all to ke_vai_app using (erased_at is null);
-- A line is merged, or set free again, only as its paper says.
create policy person__merge on person as restrictive for update to ke_vai_app
  using (merged_into is null or club_id = any ((select policy.clubs('{club_chair}'))::uuid[]))
  with check (case
    when merged_into is null then not exists (select from person_merge where person_merge.province = person.province
      and person_merge.merged_id = person.id and person_merge.undone_at is null)
    else exists (select from person_merge where person_merge.province = person.province
      and person_merge.merged_id = person.id and person_merge.kept_id = person.merged_into and person_merge.undone_at is null) end);
grant update (merged_into) on person to ke_vai_app;

-- Nothing new hangs on a line that stands for another one.
create policy contact__merged on contact as restrictive for insert to ke_vai_app
  with check (exists (select from person where person.province = contact.province and person.id = contact.person_id and person.merged_into is null));
create policy referral__merged on referral as restrictive for insert to ke_vai_app
  with check (person_id is null or exists (select from person where person.province = referral.province and person.id = referral.person_id and person.merged_into is null));
create policy screening__merged on screening as restrictive for insert to ke_vai_app
  with check (exists (select from person where person.province = screening.province and person.id = screening.person_id and person.merged_into is null));

create policy person_merge__read on person_merge for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
create policy person_merge__add on person_merge for insert to ke_vai_app
  with check (merged_by = (select policy.actor()) and merged_by <> approved_by and undone_at is null
    and club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
    and policy.agreed_now('person.merge', club_id,
      jsonb_build_object('mergeId', id, 'keptId', kept_id, 'mergedId', merged_id), approved_by));
create policy person_merge__undo on person_merge for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]) and undone_at is null and undo_until > now())
  with check (undone_by = (select policy.actor()) and exists (select from approval
    where command = 'person.unmerge' and approval.club_id = person_merge.club_id and requested_by = (select policy.actor())
      and decision = 'approved' and used_at = now() and request ->> 'mergeId' = person_merge.id::text));
grant select, insert, update (undone_at, undone_by) on person_merge to ke_vai_app;
create policy person_merge__excluded on person_merge as restrictive for all to ke_vai_app
  using (kept_id <> all ((select policy.excluded_always())::uuid[]) and merged_id <> all ((select policy.excluded_always())::uuid[]));

create policy erasure__read on erasure for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,data_protection_officer}'))::uuid[]));
create policy erasure__add on erasure for insert to ke_vai_app
  with check (erased_by = (select policy.actor()) and erased_by <> approved_by and erased_at = now()
    and club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
    and exists (select from person where person.province = erasure.province and person.id = erasure.person_id
      and person.club_id = erasure.club_id
      and policy.agreed_now('person.erase', erasure.club_id,
        jsonb_build_object('personId', coalesce(person.merged_into, person.id)), erasure.approved_by)));
grant select, insert on erasure to ke_vai_app;

-- What ke_vai_gate needs for the functions of 1_merged_and_erased.sql: where a line belongs (policy person__gate stands
-- in vault.sql), and to clear what a certificate of this moment names.
grant select (province, id, club_id, member_id, merged_into, erased_at) on person to ke_vai_gate;
create policy erasure__gate on erasure for select to ke_vai_gate using (true);
grant select on erasure to ke_vai_gate;
create policy person__forget on person for update to ke_vai_gate
  using (exists (select from erasure where erasure.person_id = person.id and erasure.erased_at = now()));
grant update (erased_at, register_no, ethnicity, next_step, next_due_on, status) on person to ke_vai_gate;
create policy person_identity__forget on person_identity for all to ke_vai_gate
  using (exists (select from erasure where erasure.person_id = person_identity.person_id and erasure.erased_at = now()));
grant select (province, person_id), delete on person_identity to ke_vai_gate;
create policy identity_index__forget on identity_index for all to ke_vai_gate
  using (exists (select from erasure where erasure.person_id = identity_index.person_id and erasure.erased_at = now()));
grant select (province, person_id), delete on identity_index to ke_vai_gate;
create policy safe_contact__forget on safe_contact for all to ke_vai_gate
  using (exists (select from erasure where erasure.person_id = safe_contact.person_id and erasure.erased_at = now()));
grant select (province, person_id), delete on safe_contact to ke_vai_gate;
create policy task__forget on task for all to ke_vai_gate
  using (exists (select from erasure where erasure.person_id = task.person_id and erasure.erased_at = now()));
grant select (province, person_id), delete on task to ke_vai_gate;
create policy contact__forget on contact for all to ke_vai_gate
  using (exists (select from erasure where erasure.person_id = contact.person_id and erasure.erased_at = now()));
grant select (province, id, person_id), update (note_sealed, next_step) on contact to ke_vai_gate;
create policy screening__forget on screening for all to ke_vai_gate
  using (exists (select from erasure where erasure.person_id = screening.person_id and erasure.erased_at = now()));
grant select (province, person_id), update (answers_sealed) on screening to ke_vai_gate;
create policy referral__forget on referral for select to ke_vai_gate
  using (exists (select from erasure where erasure.person_id = referral.person_id and erasure.erased_at = now()));
grant select (province, id, person_id) on referral to ke_vai_gate;
create policy referral__forget_words on referral for update to ke_vai_gate
  using (exists (select from erasure where erasure.person_id = referral.person_id and erasure.erased_at = now()));
grant update (words, shared) on referral to ke_vai_gate;
create policy consent__forget on consent for update to ke_vai_gate
  using (exists (select from erasure where erasure.person_id = consent.person_id and erasure.erased_at = now()));
grant update (withdrawn_at) on consent to ke_vai_gate;
create policy ledger_row__forget on ledger_row for all to ke_vai_gate
  using (exists (select from erasure where erasure.club_id = ledger_row.club_id and erasure.erased_at = now()));
grant select (province, club_id, target_id), delete on ledger_row to ke_vai_gate;
