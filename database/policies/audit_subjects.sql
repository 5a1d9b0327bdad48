-- as ke_vai_scribe
-- Whose file an audit line is about, as a code; and the facts beside an opening that tell the usual from the unusual.
-- For whoever answers for the data of that club, and of nobody from whom she is excluded.

create function policy.audit_codes(asked uuid[]) returns table (subject_id uuid, code text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with subject as (
    select person.id as subject_id, person.id as person_id from person where person.id = any (asked)
    union all
    select contact.id, contact.person_id from contact where contact.id = any (asked)
    union all
    select referral.id, referral.person_id from referral where referral.id = any (asked)
  )
  select subject.subject_id, person.code
  from subject join person on person.id = subject.person_id
  where person.club_id = any ((select policy.clubs('{data_protection_officer,auditor}'))::uuid[])
    and person.id <> all ((select policy.excluded_always())::uuid[]);
end;

-- Every id by which audit lines may name the person of this code: her own, and of what hangs on her.
create function policy.audit_ids_of(asked text) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with her as (
    select person.province, person.id from person
    where person.code = asked
      and person.club_id = any ((select policy.clubs('{data_protection_officer,auditor}'))::uuid[])
      and person.id <> all ((select policy.excluded_always())::uuid[])
  )
  select coalesce(array_agg(found.id), '{}') from (
    select her.id from her
    union all
    select contact.id from contact join her on her.province = contact.province and her.id = contact.person_id
    union all
    select referral.id from referral join her on her.province = referral.province and her.id = referral.person_id
  ) found;
end;

-- Openings of the last days in her clubs: was the person assigned to whoever opened, and was a contact recorded
-- within a week of it.
create function policy.audit_openings(since timestamptz) returns table (id uuid, at timestamptz, account_id uuid,
    club_id uuid, code text, assigned boolean, contact_near boolean)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with line as (
    select audit_event.id, audit_event.at, audit_event.account_id, audit_event.club_id, audit_event.province, coalesce(contact.person_id, audit_event.subject_id) as person_id
    from audit_event
      left join contact on audit_event.subject_kind = 'contact' and contact.province = audit_event.province
        and contact.id = audit_event.subject_id
    where audit_event.at >= since and audit_event.action in ('IDENTITY_OPENED', 'NOTE_OPENED')
      and audit_event.club_id = any ((select policy.clubs('{data_protection_officer,auditor}'))::uuid[])
  )
  select line.id, line.at, line.account_id, line.club_id, person.code,
    exists (select from member where member.id = person.member_id and member.account_id = line.account_id),
    exists (select from contact near where near.province = person.province and near.person_id = person.id
      and near.on_day between (line.at at time zone 'Asia/Ho_Chi_Minh')::date - 7
        and (line.at at time zone 'Asia/Ho_Chi_Minh')::date + 7)
  from line join person on person.province = line.province and person.id = line.person_id
  where person.id <> all ((select policy.excluded_always())::uuid[]);
end;

revoke execute on function policy.audit_codes, policy.audit_ids_of, policy.audit_openings from public;
grant execute on function policy.audit_codes, policy.audit_ids_of, policy.audit_openings to ke_vai_app;
