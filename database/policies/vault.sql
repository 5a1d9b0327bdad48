-- The vault process reads keys and the index of names; the app puts them there with the person and never reads them back.

create policy vault_key__vault on vault_key for all to ke_vai_vault using (true) with check (true);
grant select, insert, update (master_epoch, wrapped, retired_at), delete on vault_key to ke_vai_vault;
create policy person_key__vault on person_key for all to ke_vai_vault using (true) with check (true);
grant select, update (wrapped, organisation_id, epoch), delete on person_key to ke_vai_vault;
-- Persons of before the index are put into it, and what a search finds is opened and compared.
create policy identity_index__vault on identity_index for all to ke_vai_vault using (true) with check (true);
grant select, insert on identity_index to ke_vai_vault;
create policy person_identity__vault on person_identity for select to ke_vai_vault using (true);
create policy club__vault on club for select to ke_vai_vault using (true);
grant select on person_identity to ke_vai_vault;
grant select (province, id, managing_organisation_id) on club to ke_vai_vault;
-- Words about reaching her that lay open before there was a seal for them are sealed and taken away.
create policy safe_contact__vault on safe_contact for all to ke_vai_vault using (true) with check (true);
grant select (province, person_id, say_from, who_may_answer, visit_rule, sealed),
  update (say_from, who_may_answer, visit_rule, sealed) on safe_contact to ke_vai_vault;
-- The marks of the master keys, by which a wrong one is known, and in whose custody they are.
create policy deployed__vault on deployed for all to ke_vai_vault using (what like 'master\_key%') with check (what like 'master\_key%');
grant select, insert, delete on deployed to ke_vai_vault;

-- What the functions of vault_asker.sql look at.
create policy person__gate on person for select to ke_vai_gate using (true);
grant select (province, id, club_id, member_id, erased_at) on person to ke_vai_gate;
create policy situation_accused__gate on situation_accused for select to ke_vai_gate using (true);
grant select (note_id, club_id) on situation_accused to ke_vai_gate;
create policy person_key__gate on person_key for all to ke_vai_gate using (true);
grant select, delete on person_key to ke_vai_gate;

-- Of whom the actor reaches; and only to a person who has none: beside tokens that are there, one more that clashed would
-- tell that the guess was right.
create policy identity_index__gate on identity_index for select to ke_vai_gate using (true);
grant select (province, person_id) on identity_index to ke_vai_gate;
create policy identity_index__add on identity_index for insert to ke_vai_app
  with check (club_id = any ((select policy.clubs('{club_chair,club_member,operator}'))::uuid[])
    and exists (select from person where person.province = identity_index.province and person.id = identity_index.person_id
      and person.club_id = identity_index.club_id)
    and policy.not_indexed(province, person_id));
create policy identity_index__find on identity_index for select to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair,club_member,operator}'))::uuid[])
    and exists (select from person where person.province = identity_index.province and person.id = identity_index.person_id));
create policy identity_index__remove on identity_index for delete to ke_vai_app
  using (club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
    and exists (select from person where person.province = identity_index.province and person.id = identity_index.person_id));
-- Whose rows they are, so that they can be removed; the hashes themselves stay unread.
grant select (province, club_id, person_id), insert, delete on identity_index to ke_vai_app;
