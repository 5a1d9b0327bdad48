-- Consents, referrals of cases and transfers: the team writes them, the receiver sees what was addressed to it.

create policy consent__gate on consent for select to ke_vai_gate using (true);
grant select on consent to ke_vai_gate;
create policy referral__reach_gate on referral for select to ke_vai_gate using (state is not null);
grant select (province, id, case_id, person_id, club_id, to_organisation_id, fields, state, consent_id, emergency_id) on referral
  to ke_vai_gate;
-- A person of a register is accompanied once a service has taken her need up (policy.referral_taken_up).
create policy person__taken_up on person for update to ke_vai_gate
  using (status = 'referred') with check (status = 'accompanied');
grant select (status) on person to ke_vai_gate;
create policy transfer__gate on transfer for select to ke_vai_gate using (true);
grant select on transfer to ke_vai_gate;
create policy case_deadline__sharing_gate on case_deadline for select to ke_vai_gate using (true);
create policy case_deadline__sharing_gate_end on case_deadline for update to ke_vai_gate
  using (kind in ('referral_answer', 'transfer_answer')
    or exists (select from transfer where transfer.province = case_deadline.province and transfer.case_id = case_deadline.case_id
      and transfer.state = 'accepted' and transfer.answered_at = now()));
grant select (province, id, case_id, kind, about_id, met_at, dropped_at), update (met_at, dropped_at) on case_deadline to ke_vai_gate;
create policy case_file__sharing_gate on case_file for update to ke_vai_gate using (state = 'transfer_offered')
  with check (exists (select from transfer where transfer.province = case_file.province and transfer.case_id = case_file.id
    and transfer.state in ('accepted', 'declined') and transfer.answered_at = now()));
grant select (state, last_seq), update (state, last_seq) on case_file to ke_vai_gate;
create policy case_entry__sharing_gate on case_entry for insert to ke_vai_gate
  with check (kind = 'case.moved' and sealed is null);
grant insert on case_entry to ke_vai_gate;

-- Read and written by the team; never changed but to end it.
create policy consent__read on consent for select to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[]));
create policy consent__give on consent for insert to ke_vai_app
  with check (recorded_by = (select policy.actor()) and withdrawn_at is null and replaced_by is null and given_at = now()
    and case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[]));
create policy consent__end on consent for update to ke_vai_app
  using (withdrawn_at is null and replaced_by is null
    and case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[]))
  with check (withdrawn_at is not null or replaced_by is not null);
create policy consent__excluded on consent as restrictive for all to ke_vai_app
  using ((case_id is null or case_id <> all ((select policy.excluded_cases())::uuid[]))
    and (person_id is null or person_id <> all ((select policy.excluded_always())::uuid[])));
-- Of a person in a club's register: the board, and whoever accompanies her. The ward reads that she was referred, not her yes.
create policy consent__person_read on consent for select to ke_vai_app
  using (exists (select from person where person.province = consent.province and person.id = consent.person_id
    and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
      or person.member_id = any ((select policy.own_members())::uuid[]))));
create policy consent__person_give on consent for insert to ke_vai_app
  with check (recorded_by = (select policy.actor()) and withdrawn_at is null and replaced_by is null and given_at = now()
    and exists (select from person where person.province = consent.province and person.id = consent.person_id
      and person.club_id = consent.club_id and person.merged_into is null
      and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
        or person.member_id = any ((select policy.own_members())::uuid[]))));
create policy consent__person_end on consent for update to ke_vai_app
  using (withdrawn_at is null and replaced_by is null
    and exists (select from person where person.province = consent.province and person.id = consent.person_id
      and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
        or person.member_id = any ((select policy.own_members())::uuid[]))))
  with check (withdrawn_at is not null or replaced_by is not null);
grant select, insert, update (withdrawn_at, replaced_by) on consent to ke_vai_app;

create policy emergency_sharing__read on emergency_sharing for select to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    or province = any ((select policy.protected_provinces())::text[]));
create policy emergency_sharing__share on emergency_sharing for insert to ke_vai_app
  with check (shared_by = (select policy.actor()) and shared_at = now() and seen_at is null
    and case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor}'))::uuid[])
    and exists (select from approval where approval.command = 'emergency.share'
      and approval.organisation_id = emergency_sharing.organisation_id and approval.requested_by = (select policy.actor())
      and approval.decided_by = approved_by and approval.decision = 'approved' and approval.used_at = now()
      and approval.request @> jsonb_build_object('sharingId', emergency_sharing.id, 'referralId', emergency_sharing.referral_id)));
create policy emergency_sharing__tell on emergency_sharing for update to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    or province = any ((select policy.protected_provinces())::text[]));
create policy emergency_sharing__excluded on emergency_sharing as restrictive for all to ke_vai_app
  using (case_id <> all ((select policy.excluded_cases())::uuid[]));
grant select, insert, update (told_on, seen_at, seen_by) on emergency_sharing to ke_vai_app;

-- A referral. It is sent with a consent that covers receiver and fields, or by two people in an emergency.
create policy referral__case_read on referral for select to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    or id = any ((select policy.received_referrals())::uuid[]));
create policy referral__prepare on referral for insert to ke_vai_app
  with check (state in ('draft', 'awaiting_consent') and shared is null and recorded_by = (select policy.actor())
    and case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    and exists (select from case_file where case_file.province = referral.province and case_file.id = referral.case_id
      and case_file.organisation_id = referral.organisation_id));
create policy referral__carry on referral for update to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[]))
  with check (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    and (state <> 'sent' or policy.consent_covers(consent_id, case_id, null, 'share_referral', to_organisation_id, directory_entry_id, fields)
    or exists (select from emergency_sharing where emergency_sharing.province = referral.province
      and emergency_sharing.id = referral.emergency_id and emergency_sharing.referral_id = referral.id
      and emergency_sharing.fields @> referral.fields)));
create policy referral__person_prepare on referral for insert to ke_vai_app
  with check (state in ('draft', 'awaiting_consent') and shared is null and origin = 'app' and recorded_by = (select policy.actor())
    and exists (select from person where person.province = referral.province and person.id = referral.person_id
      and person.club_id = referral.club_id
      and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
        or person.member_id = any ((select policy.own_members())::uuid[]))));
create policy referral__person_carry on referral for update to ke_vai_app
  using (state is not null and exists (select from person where person.province = referral.province
    and person.id = referral.person_id and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
      or person.member_id = any ((select policy.own_members())::uuid[]))))
  with check (state is not null and case_id is null
    and (state <> 'sent'
      or policy.consent_covers(consent_id, null, person_id, 'share_referral', to_organisation_id, directory_entry_id, fields))
    and exists (select from person where person.province = referral.province and person.id = referral.person_id
      and person.club_id = referral.club_id and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
        or person.member_id = any ((select policy.own_members())::uuid[]))));
create policy referral__receive on referral for update to ke_vai_app
  using (id = any ((select policy.received_referrals())::uuid[]))
  with check (state in ('accepted', 'declined', 'in_progress', 'completed', 'failed', 'feedback_given')
    and id = any ((select policy.received_referrals())::uuid[]));
grant update (outcome, outcome_on, to_organisation_id, directory_entry_id, consent_id, emergency_id, fields, state, sent_on, sent_at, answer_due_at,
  reminded_at, shared, reason, result, feedback_on, feedback_kind, feedback_outcome, rating) on referral to ke_vai_app;

create policy referral_step__read on referral_step for select to ke_vai_app
  using (exists (select from referral where referral.province = referral_step.province and referral.id = referral_step.referral_id
    and referral.state is not null));
create policy referral_step__add on referral_step for insert to ke_vai_app
  with check (by_account = (select policy.actor()) and at = now()
    and exists (select from referral where referral.province = referral_step.province and referral.id = referral_step.referral_id
      and referral.state is not null
      and (side = 'from' and (referral.case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
          or exists (select from person where person.province = referral.province and person.id = referral.person_id
            and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
              or person.member_id = any ((select policy.own_members())::uuid[]))))
        or side = 'to' and referral.id = any ((select policy.received_referrals())::uuid[]))));
grant select, insert on referral_step to ke_vai_app;

create policy transfer__read on transfer for select to ke_vai_app
  using (case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])
    or id = any ((select policy.received_transfers())::uuid[]));
create policy transfer__offer on transfer for insert to ke_vai_app
  with check (offered_by = (select policy.actor()) and state = 'offered' and offered_at = now()
    and case_id = any ((select policy.own_cases('{manager}'))::uuid[])
    and policy.consent_covers(consent_id, case_id, null, 'share_transfer', to_organisation_id, null, fields));
create policy transfer__take_back on transfer for update to ke_vai_app
  using (state = 'offered' and case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[]))
  with check (state = 'taken_back' and case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[]));
create policy transfer__answer on transfer for update to ke_vai_app
  using (id = any ((select policy.received_transfers())::uuid[]))
  with check (state in ('accepted', 'declined', 'arrived') and id = any ((select policy.received_transfers())::uuid[]));
create policy transfer__excluded on transfer as restrictive for all to ke_vai_app
  using (case_id <> all ((select policy.excluded_cases())::uuid[]));
grant select, insert, update (state, answered_at, decline_reason, new_case_id, arrived_on, escort) on transfer to ke_vai_app;

-- Written by whoever ends or awaits something; read at the place that it is for.
create policy sharing_notice__read on sharing_notice for select to ke_vai_app
  using (organisation_id = any ((select policy.organisations('{service_partner,case_manager}'))::uuid[])
    or exists (select from referral where referral.id = sharing_notice.about_id and referral.club_id = sharing_notice.club_id));
create policy sharing_notice__tell on sharing_notice for insert to ke_vai_app
  with check (exists (select from referral where referral.id = sharing_notice.about_id
      and sharing_notice.organisation_id in (referral.organisation_id, referral.to_organisation_id)
      and referral.case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[]))
    or exists (select from referral join person on person.province = referral.province and person.id = referral.person_id
      where referral.id = sharing_notice.about_id and referral.state is not null
        and (sharing_notice.organisation_id = referral.to_organisation_id or sharing_notice.club_id = referral.club_id)
        and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
          or person.member_id = any ((select policy.own_members())::uuid[])))
    or exists (select from transfer where transfer.id = sharing_notice.about_id
      and sharing_notice.organisation_id in (transfer.organisation_id, transfer.to_organisation_id)
      and transfer.case_id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])));
grant select, insert on sharing_notice to ke_vai_app;
