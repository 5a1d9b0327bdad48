-- The vault process reads keys and the index of names; the app puts them there with the person and never reads them back.

create policy vault_key__vault on vault_key for all to ke_vai_vault using (true) with check (true);
grant select, insert, update (master_epoch, wrapped, retired_at), delete on vault_key to ke_vai_vault;
create policy person_key__vault on person_key for all to ke_vai_vault using (true) with check (true);
grant select, update (wrapped, organisation_id, epoch), delete on person_key to ke_vai_vault;
create policy identity_index__vault on identity_index for select to ke_vai_vault using (true);
grant select on identity_index to ke_vai_vault;
create policy identity_index__add on identity_index for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,club_member,operator}'))::uuid[]));
create policy identity_index__find on identity_index for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,club_member,operator}'))::uuid[]));
create policy identity_index__remove on identity_index for delete to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[]));
-- Whose rows they are, so that they can be removed; the hashes themselves stay unread.
grant select (province, club_id, person_id), insert, delete on identity_index to ke_vai_app;
