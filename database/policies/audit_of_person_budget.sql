-- as ke_vai_scribe
-- How many others the actor opened since midnight in Việt Nam, and whether she opened this person already. Counted
-- from the audit, whatever she may still reach. Her openings wait for one another until the transaction ends, so that
-- many at once cannot each believe to be the last one allowed.
create function policy.opened_today(asked uuid) returns table (others int, again boolean)
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if (select policy.actor()) is null then raise insufficient_privilege; end if;
  perform pg_advisory_xact_lock(hashtextextended('reading_budget/' || (select policy.actor()), 0));
  return query
    select (count(distinct seen.person_id) filter (where seen.person_id <> asked))::int,
      coalesce(bool_or(seen.person_id = asked), false)
    from (
      select coalesce(contact.person_id, line.subject_id) as person_id
      from audit_event line
        left join contact on line.subject_kind = 'contact' and contact.province = line.province and contact.id = line.subject_id
      where line.account_id = (select policy.actor()) and (line.action in ('IDENTITY_OPENED', 'NOTE_OPENED', 'CASE_IDENTITY_OPENED', 'REFERRAL_SHARED_OPENED', 'TRANSFER_PARCEL_OPENED', 'DEPARTURE_OPENED')
          or line.action in ('REFERRAL_PREVIEWED', 'REFERRAL_DELIVERED') and line.subject_kind = 'person')
        and line.at >= date_trunc('day', clock_timestamp() at time zone 'Asia/Ho_Chi_Minh') at time zone 'Asia/Ho_Chi_Minh'
    ) seen;
end $$;

-- How often the actor compared a workbook with a club's book since midnight in Việt Nam: each asks for as many names and
-- phone numbers as it has rows. At once with others she waits, as above.
create function policy.compared_today() returns int
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if (select policy.actor()) is null then raise insufficient_privilege; end if;
  perform pg_advisory_xact_lock(hashtextextended('comparisons/' || (select policy.actor()), 0));
  return (select count(*) from audit_event line
    where line.account_id = (select policy.actor()) and line.action in ('LEDGER_COMPARED', 'LEDGER_IMPORTED')
      and line.at >= date_trunc('day', clock_timestamp() at time zone 'Asia/Ho_Chi_Minh') at time zone 'Asia/Ho_Chi_Minh');
end $$;

revoke execute on function policy.opened_today, policy.compared_today from public;
grant execute on function policy.opened_today, policy.compared_today to ke_vai_app;
