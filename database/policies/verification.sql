-- The team runs a verification; its lead body and the province see codes and clocks. A request is the team's and the
-- liaison's to whom it is addressed. In a reconciliation each body reads its own list and the differences.

-- What the functions of 1_case_reach.sql and 1_verification_reach.sql look at.
create policy verification_request__gate on verification_request for select to ke_vai_gate using (true);
-- A consent that ends takes along what was shown on it.
create policy verification_request__gate_ends on verification_request for update to ke_vai_gate
  using (consent_id is not null and state in ('sent', 'opened')) with check (consent_id is not null);
grant select (province, id, case_id, from_organisation_id, to_organisation_id, state, expires_at, openings, openings_allowed,
  fields, consent_id), update (state, ended_at, ended_by, consent_id) on verification_request to ke_vai_gate;
create trigger consent__ends_requests after update on consent
  for each row execute function policy.end_requests_of_consent();
create policy reconciliation_round__gate on reconciliation_round for select to ke_vai_gate using (true);
create policy reconciliation_party__gate on reconciliation_party for select to ke_vai_gate using (true);
create policy reconciliation_item__gate on reconciliation_item for select to ke_vai_gate using (true);
grant select on reconciliation_round, reconciliation_party, reconciliation_item to ke_vai_gate;
create policy case_deadline__gate on case_deadline for select to ke_vai_gate using (kind = 'request_answer');
create policy case_deadline__gate_ends on case_deadline for update to ke_vai_gate using (kind = 'request_answer');
grant select (province, case_id, kind, about_id, met_at, dropped_at), update (met_at, dropped_at) on case_deadline to ke_vai_gate;

create policy verification__read on verification for select to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    or lead_organisation_id = any ((select policy.organisations('{province_manager}'))::uuid[])
    or organisation_id = any ((select policy.organisations('{province_manager}'))::uuid[]));
create policy verification__start on verification for insert to ke_vai_app
  with check (case_id = any ((select policy.own_cases('{manager,member,supervisor}'))::uuid[])
    and exists (select from case_file where case_file.province = verification.province and case_file.id = verification.case_id
      and case_file.organisation_id = verification.organisation_id and case_file.code = verification.case_code));
create policy verification__move on verification for update to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,supervisor}'))::uuid[]));
create policy verification__excluded on verification as restrictive for all to ke_vai_app
  using (case_id <> all ((select policy.excluded_cases())::uuid[]));
grant select, insert, update (lead_organisation_id, state, notified_at, closed_at) on verification to ke_vai_app;
-- The lead body sees the clocks of what it leads, also where it is not above the case's agency.
create policy case_deadline__lead on case_deadline for select to ke_vai_app
  using (exists (select from verification where verification.province = case_deadline.province
    and verification.case_id = case_deadline.case_id
    and verification.lead_organisation_id = any ((select policy.organisations('{province_manager}'))::uuid[])));

create policy verification_request__read on verification_request for select to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    or to_organisation_id = any ((select policy.organisations('{police_liaison}'))::uuid[]));
create policy verification_request__send on verification_request for insert to ke_vai_app
  with check (case_id = any ((select policy.own_cases('{manager,member,supervisor}'))::uuid[])
    and sent_by = (select policy.actor()) and state = 'sent' and openings = 0 and answer is null and outcome is null
    and exists (select from case_file where case_file.province = verification_request.province
      and case_file.id = verification_request.case_id and case_file.organisation_id = from_organisation_id)
    and exists (select from organisation where organisation.id = to_organisation_id
      and organisation.kind in ('police', 'border_guard'))
    and (fields <@ array['question'] or policy.consent_covers(consent_id, case_id, null, 'share_police', to_organisation_id, null,
      policy.request_consent_fields(fields))));
create policy verification_request__withdraw on verification_request for update to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,supervisor}'))::uuid[]) and state in ('sent', 'opened'))
  with check (case_id = any ((select policy.own_cases('{manager,member,supervisor}'))::uuid[]) and state = 'withdrawn');
create policy verification_request__answer on verification_request for update to ke_vai_app
  using (to_organisation_id = any ((select policy.organisations('{police_liaison}'))::uuid[])
    and state in ('sent', 'opened') and expires_at > now() and policy.request_stands(fields, consent_id))
  with check (to_organisation_id = any ((select policy.organisations('{police_liaison}'))::uuid[])
    and state in ('opened', 'answered', 'declined'));
create policy verification_request__excluded on verification_request as restrictive for all to ke_vai_app
  using (case_id <> all ((select policy.excluded_cases())::uuid[]));
grant select, insert, update (state, openings, opened_at, ended_at, ended_by, answer, answer_sealed, decline_reason, outcome,
  paper_kind, issuer, decided_on) on verification_request to ke_vai_app;
create trigger verification_request__kept before update on verification_request
  for each row execute function policy.keep_request();
create trigger verification_request__clock after update on verification_request
  for each row execute function policy.end_request_clock();

create trigger case_file__legal_status before update on case_file
  for each row execute function policy.keep_legal_status();

create policy reconciliation_round__read on reconciliation_round for select to ke_vai_app
  using (organisation_id = any ((select policy.organisations('{province_manager}'))::uuid[])
    or id = any ((select policy.own_rounds())::uuid[]));
create policy reconciliation_round__open on reconciliation_round for insert to ke_vai_app
  with check (organisation_id = any ((select policy.organisations('{province_manager}'))::uuid[])
    and opened_by = (select policy.actor())
    and exists (select from organisation where organisation.id = organisation_id and organisation.kind = 'health_department'));
create policy reconciliation_round__compare on reconciliation_round for update to ke_vai_app
  using (id = any ((select policy.led_rounds())::uuid[]) and closed_at is null)
  with check (id = any ((select policy.led_rounds())::uuid[]));
grant select, insert, update (compared_at, people, agreed, closed_at) on reconciliation_round to ke_vai_app;

create policy reconciliation_party__read on reconciliation_party for select to ke_vai_app
  using (round_id = any ((select policy.own_rounds())::uuid[]));
create policy reconciliation_party__name on reconciliation_party for insert to ke_vai_app
  with check (round_id = any ((select policy.led_rounds())::uuid[]) and submitted_at is null);
create policy reconciliation_party__submit on reconciliation_party for update to ke_vai_app
  using (organisation_id = any ((select policy.organisations('{police_liaison,province_manager}'))::uuid[])
    and submitted_at is null)
  with check (organisation_id = any ((select policy.organisations('{police_liaison,province_manager}'))::uuid[])
    and submitted_by = (select policy.actor()));
grant select, insert, update (submitted_at, submitted_by, lines) on reconciliation_party to ke_vai_app;

create policy reconciliation_item__read on reconciliation_item for select to ke_vai_app
  using (organisation_id = any ((select policy.organisations('{police_liaison,province_manager}'))::uuid[]));
create policy reconciliation_item__hand_in on reconciliation_item for insert to ke_vai_app
  with check (organisation_id = any ((select policy.organisations('{police_liaison,province_manager}'))::uuid[])
    and exists (select from reconciliation_party party where party.province = reconciliation_item.province
      and party.round_id = reconciliation_item.round_id and party.organisation_id = reconciliation_item.organisation_id
      and party.submitted_at is null));
grant select, insert on reconciliation_item to ke_vai_app;

create policy reconciliation_difference__read on reconciliation_difference for select to ke_vai_app
  using (round_id = any ((select policy.own_rounds())::uuid[]));
create policy reconciliation_difference__find on reconciliation_difference for insert to ke_vai_app
  with check (round_id = any ((select policy.led_rounds())::uuid[]) and resolved_at is null);
create policy reconciliation_difference__resolve on reconciliation_difference for update to ke_vai_app
  using (owner_organisation_id = any ((select policy.organisations('{police_liaison,province_manager}'))::uuid[])
    and resolved_at is null)
  with check (resolved_by = (select policy.actor()));
grant select, insert, update (resolution, resolved_at, resolved_by) on reconciliation_difference to ke_vai_app;
