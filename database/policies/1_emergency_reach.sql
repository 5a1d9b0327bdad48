-- as ke_vai_gate
-- What a wish to share without consent would send, for whoever asked and whoever may answer: where to and which fields, so
-- that a second person agrees to something she has read. No value, no case, nobody's name.
create function policy.emergency_wishes(asked uuid[]) returns table (id uuid, recipient text, fields text[])
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare places uuid[] := policy.organisations('{province_manager,data_protection_officer}');
begin
  return query
    select approval.id, (select organisation_name.name from organisation_name
        where organisation_name.organisation_id = referral.to_organisation_id
        order by valid_to is null desc, valid_from desc limit 1), referral.fields
    from approval join referral on referral.province = approval.province
      and referral.id::text = approval.request ->> 'referralId' and referral.case_id::text = approval.request ->> 'caseId'
    where approval.id = any (asked) and approval.command = 'emergency.share'
      and referral.case_id <> all (policy.excluded_cases())
      and (approval.requested_by = (select policy.actor()) or approval.organisation_id = any (places));
end $$;
