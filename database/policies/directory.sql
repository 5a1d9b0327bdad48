-- The directory is read by whoever is signed in and kept true by its owner. The street of a shelter is there for its
-- shelter team alone.

create policy directory_entry__deploy on directory_entry for all to ke_vai_owner using (true) with check (true);
create policy directory_entry__read on directory_entry for select to ke_vai_app using ((select policy.actor()) is not null);
create policy directory_entry__add on directory_entry for insert to ke_vai_app
  with check (added_by = (select policy.actor())
    and owner_organisation_id = any ((select policy.organisations('{ward_officer,province_manager,case_manager}'))::uuid[]));
create policy directory_entry__keep on directory_entry for update to ke_vai_app
  using (owner_organisation_id = any ((select policy.organisations('{ward_officer,province_manager,case_manager}'))::uuid[]));
grant select, insert on directory_entry to ke_vai_app;
grant update (provider, provider_organisation_id, kind, name, description, area, phone, fee, fee_note, hours, hours_note,
  languages, for_whom, capacity, source, changed_at, checked_on, checked_by, next_check_on, withdrawn_on) on directory_entry to ke_vai_app;

create policy directory_function__deploy on directory_function for all to ke_vai_owner using (true) with check (true);
create policy directory_function__read on directory_function for select to ke_vai_app using ((select policy.actor()) is not null);
grant select on directory_function to ke_vai_app;

create policy directory_street__gate on directory_street for select to ke_vai_gate using (true);
grant select (id, organisation_id) on directory_street to ke_vai_gate;
create policy directory_street__read on directory_street for select to ke_vai_app
  using (organisation_id = any ((select policy.organisations('{shelter_manager}'))::uuid[]));
create policy directory_street__add on directory_street for insert to ke_vai_app
  with check (exists (select from directory_entry where directory_entry.province = directory_street.province
    and directory_entry.id = directory_street.entry_id
    and directory_entry.owner_organisation_id
      = any ((select policy.organisations('{ward_officer,province_manager,case_manager,shelter_manager}'))::uuid[])));
grant select, insert on directory_street to ke_vai_app;

create policy directory_report__read on directory_report for select to ke_vai_app
  using (exists (select from directory_entry where directory_entry.province = directory_report.province
    and directory_entry.id = directory_report.entry_id
    and directory_entry.owner_organisation_id
      = any ((select policy.organisations('{ward_officer,province_manager,case_manager}'))::uuid[])));
create policy directory_report__add on directory_report for insert to ke_vai_app
  with check (reported_by = (select policy.actor()) and exists (select from directory_entry
    where directory_entry.province = directory_report.province and directory_entry.id = directory_report.entry_id));
grant select, insert on directory_report to ke_vai_app;
