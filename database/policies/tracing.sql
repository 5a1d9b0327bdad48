-- A tracing request is the team's that asked, and the body's to which it is addressed.

-- What the functions of 1_tracing_reach.sql look at.
create policy tracing_request__gate on tracing_request for select to ke_vai_gate using (true);
grant select (province, id, case_id, to_organisation_id, state) on tracing_request to ke_vai_gate;

create policy tracing_request__read on tracing_request for select to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    or to_organisation_id = any ((select policy.organisations('{police_liaison,province_manager}'))::uuid[]));
create policy tracing_request__send on tracing_request for insert to ke_vai_app
  with check (case_id = any ((select policy.own_cases('{manager,member,supervisor}'))::uuid[])
    and sent_by = (select policy.actor()) and state = 'sent'
    and exists (select from case_file where case_file.province = tracing_request.province
      and case_file.id = tracing_request.case_id and case_file.organisation_id = from_organisation_id)
    and exists (select from organisation where organisation.id = to_organisation_id
      and organisation.kind in ('police', 'border_guard', 'health_department')));
create policy tracing_request__withdraw on tracing_request for update to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,supervisor}'))::uuid[]) and state = 'sent')
  with check (case_id = any ((select policy.own_cases('{manager,member,supervisor}'))::uuid[]) and state = 'withdrawn');
create policy tracing_request__answer on tracing_request for update to ke_vai_app
  using (to_organisation_id = any ((select policy.organisations('{police_liaison,province_manager}'))::uuid[])
    and state = 'sent')
  with check (to_organisation_id = any ((select policy.organisations('{police_liaison,province_manager}'))::uuid[])
    and state = 'answered' and answered_by = (select policy.actor()));
create policy tracing_request__excluded on tracing_request as restrictive for all to ke_vai_app
  using (case_id <> all ((select policy.excluded_cases())::uuid[]));
grant select, insert, update (state, answer, answer_sealed, answered_at, answered_by) on tracing_request to ke_vai_app;
create trigger tracing_request__kept before update on tracing_request
  for each row execute function policy.keep_tracing();
