-- Conflicts of interest beat every role (restrictive policies), and the papers of merges and erasures.

create policy person__excluded on person as restrictive for all to ke_vai_app
  using (id <> all ((select policy.excluded_persons())::uuid[]));
create policy person_group__excluded on person_group as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_persons())::uuid[]));
create policy person_identity__excluded on person_identity as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_persons())::uuid[]));
create policy safe_contact__excluded on safe_contact as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_persons())::uuid[]));
create policy contact__excluded on contact as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_persons())::uuid[]));
create policy referral__excluded on referral as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_persons())::uuid[]));
create policy screening__excluded on screening as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_persons())::uuid[]));
create policy mobilisation__excluded on mobilisation as restrictive for all to ke_vai_app
  using (person_id <> all ((select policy.excluded_persons())::uuid[]));
create policy task__excluded on task as restrictive for all to ke_vai_app
  using (person_id is null or person_id <> all ((select policy.excluded_persons())::uuid[]));

create policy person_merge__read on person_merge for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
create policy person_merge__add on person_merge for insert to ke_vai_app
  with check (merged_by = policy.actor() and merged_by <> approved_by
    and club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
create policy person_merge__undo on person_merge for update to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
grant select, insert, update (undone_at, undone_by) on person_merge to ke_vai_app;

create policy erasure__read on erasure for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,data_protection_officer}'))::uuid[]));
create policy erasure__add on erasure for insert to ke_vai_app
  with check (erased_by = policy.actor() and erased_by <> approved_by
    and club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
grant select, insert on erasure to ke_vai_app;
