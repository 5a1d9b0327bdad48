-- Who opened whom: read by those who may open her, so that an opening is never unseen; a list that was taken away names
-- her too. Only these actions of the audit, only of persons whom the reader reaches; the line's person is found through her own policies.
create policy audit_event__openings on audit_event for select to ke_vai_app
  using (action in ('IDENTITY_OPENED', 'NOTE_OPENED', 'REGISTER_EXPORTED')
    and club_id = any ((select policy.clubs('{club_chair,club_member}'))::uuid[])
    and (exists (select from person where person.province = audit_event.province and person.id = audit_event.subject_id
        and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
          or person.member_id = any ((select policy.own_members())::uuid[])))
      or exists (select from contact join person on person.province = contact.province and person.id = contact.person_id
        where contact.province = audit_event.province and contact.id = audit_event.subject_id
          and (person.club_id = any ((select policy.clubs('{club_chair}'))::uuid[])
            or person.member_id = any ((select policy.own_members())::uuid[])))));
grant select (province, at, account_id, action, club_id, subject_id, reason) on audit_event to ke_vai_app;

-- The reading budget is counted from the audit itself, by the role that writes it (audit_of_person_budget.sql). Of a
-- contact it knows whose it is, nothing else.
create policy audit_event__budget on audit_event for select to ke_vai_scribe
  using (account_id = (select policy.actor()) and action in ('IDENTITY_OPENED', 'NOTE_OPENED'));
grant select (province, at, account_id, action, subject_kind, subject_id) on audit_event to ke_vai_scribe;
create policy contact__budget on contact for select to ke_vai_scribe using ((select policy.actor()) is not null);
grant select (province, id, person_id) on contact to ke_vai_scribe;
