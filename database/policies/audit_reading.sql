-- The audit is read by whoever answers for the data of a place, and by nobody for what was opened of herself alone.

create policy deployed__seal on deployed for select to ke_vai_gate using (what = 'entry_seal');
grant select (what, hash) on deployed to ke_vai_gate;
-- A copy of the data must not tell what entering is sealed with; a restored database seals with a secret of its own.
create policy deployed__seal_stays on deployed as restrictive for select to ke_vai_backup using (what <> 'entry_seal');

create policy club_name__audit on club_name for select to ke_vai_gate using (true);
create policy organisation_name__audit on organisation_name for select to ke_vai_gate using (true);
grant select on club_name, organisation_name to ke_vai_gate;

-- Lines of her organisations and clubs; of the house's chain those of accounts that hold a role there (signing in).
create policy audit_event__overseen on audit_event for select to ke_vai_app
  using (chain = any ((select policy.organisations('{data_protection_officer,auditor}'))::uuid[])
    or club_id = any ((select policy.clubs('{data_protection_officer,auditor}'))::uuid[])
    or (chain = '00000000-0000-0000-0000-000000000000'
      and account_id = any ((select policy.overseen_accounts())::uuid[])));
-- A conflict of interest beats this role too.
create policy audit_event__excluded on audit_event as restrictive for select to ke_vai_app
  using (subject_id is null or subject_id <> all ((select policy.excluded_subjects())::uuid[]));
grant select (chain, seq, at, province, id, account_id, action, club_id, subject_kind, subject_id, fields, reason)
  on audit_event to ke_vai_app;

-- What policies/audit_subjects.sql answers the reader with: a person's code and facts of work, never an identity.
create policy person__scribe on person for select to ke_vai_scribe using ((select policy.actor()) is not null);
create policy contact__scribe on contact for select to ke_vai_scribe using ((select policy.actor()) is not null);
create policy referral__scribe on referral for select to ke_vai_scribe using ((select policy.actor()) is not null);
create policy member__scribe on member for select to ke_vai_scribe using ((select policy.actor()) is not null);
create policy audit_event__scribe_read on audit_event for select to ke_vai_scribe using ((select policy.actor()) is not null);
grant select (province, id, code, club_id, member_id) on person to ke_vai_scribe;
grant select (province, id, person_id, on_day) on contact to ke_vai_scribe;
grant select (province, id, person_id) on referral to ke_vai_scribe;
grant select (id, account_id) on member to ke_vai_scribe;
grant select (province, id, at, account_id, action, club_id, subject_kind, subject_id) on audit_event to ke_vai_scribe;
