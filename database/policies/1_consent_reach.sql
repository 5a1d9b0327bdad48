-- as ke_vai_gate
-- What another agency reaches of a case, or of a person in a club's register: what was addressed to it, while her consent (or two people in an emergency) stands.

-- Is this consent in force now?
create function policy.consent_in_force(asked uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from consent where consent.id = asked and consent.withdrawn_at is null
    and consent.replaced_by is null and policy.today() between consent.valid_from and consent.valid_to);
end;

-- The line of the register for which this one stands.
create function policy.kept_line(asked uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select coalesce(person.merged_into, person.id) from person where person.id = asked;
end;

-- Does it cover this purpose, exactly this receiver, and every one of these fields, of this case or this person?
create function policy.consent_covers(asked uuid, of_case uuid, of_person uuid, wanted text, to_organisation uuid,
    to_entry uuid, shared text[])
  returns boolean language sql stable security definer set search_path = public, pg_temp
begin atomic
  select policy.consent_in_force(asked) and exists (select from consent where consent.id = asked
    and (of_person is null and consent.case_id = of_case
      or of_case is null and policy.kept_line(consent.person_id) = policy.kept_line(of_person))
    and consent.purpose = wanted
    and consent.to_organisation_id is not distinct from to_organisation
    and consent.directory_entry_id is not distinct from to_entry and shared <@ consent.fields);
end;

-- The referrals addressed to an organisation where the actor answers them, while they live and may be seen; of a case or of
-- a person in a club's register alike.
create function policy.received_referrals() returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare places uuid[] := policy.organisations('{service_partner}');
begin
  if coalesce(cardinality(places), 0) = 0 then return '{}'; end if;
  return array(
    select referral.id from referral left join consent on consent.id = referral.consent_id
    where referral.to_organisation_id = any (places)
      and (referral.case_id is null or referral.case_id <> all ((select policy.excluded_cases())::uuid[]))
      and (referral.person_id is null or referral.person_id <> all ((select policy.excluded_always())::uuid[]))
      and referral.state in ('sent', 'accepted', 'in_progress', 'completed', 'failed')
      and (consent.withdrawn_at is null and consent.replaced_by is null and consent.purpose = 'share_referral'
          and consent.to_organisation_id = referral.to_organisation_id and referral.fields <@ consent.fields
          and policy.today() between consent.valid_from and consent.valid_to
        or referral.emergency_id is not null));
end $$;

-- Which clubs sent what the actor received; of an agency the receiver reads the name as of any organisation.
create function policy.referral_clubs() returns table (referral_id uuid, name text)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare received uuid[] := policy.received_referrals();
begin
  return query select referral.id, (select club_name.name from club_name where club_name.club_id = referral.club_id
      order by valid_to is null desc, valid_from desc limit 1)
    from referral where referral.id = any (received) and referral.club_id is not null;
end $$;

-- The same for transfers, where the actor manages cases; after her yes is gone only what was already accepted stays known.
create function policy.received_transfers() returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare places uuid[] := policy.organisations('{case_manager}');
begin
  if coalesce(cardinality(places), 0) = 0 then return '{}'; end if;
  return array(
    select transfer.id from transfer
    where transfer.to_organisation_id = any (places) and transfer.case_id <> all ((select policy.excluded_cases())::uuid[])
      and (transfer.state in ('accepted', 'arrived') or transfer.state = 'offered' and policy.consent_in_force(transfer.consent_id)));
end $$;

-- May what was sealed for the receiver be opened by this actor? The sending team may look at what it sent.
-- `asked_owner` is the case, or the person of a register, under whose key it lies.
create function policy.may_open_shared(asked_owner uuid, field text, asked_row uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare own boolean := asked_owner = any (policy.own_cases('{manager,member,psychologist,supervisor,shelter}'));
begin
  if field = 'referral.shared' then
    return exists (select from referral where referral.id = asked_row
        and (referral.case_id = asked_owner or referral.person_id = asked_owner and referral.state is not null))
      and (own or asked_row = any (policy.received_referrals()));
  elsif field = 'transfer.parcel' then
    return exists (select from transfer where transfer.id = asked_row and transfer.case_id = asked_owner
        and (own or transfer.state in ('offered', 'accepted') and policy.consent_in_force(transfer.consent_id)))
      and (own or asked_row = any (policy.received_transfers()));
  end if;
  return false;
end $$;

-- The clock of an answer stops when the receiver has answered; it is the case's, which the receiver does not see.
create function policy.end_referral_clock(asked uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if asked <> all (policy.received_referrals()) then raise insufficient_privilege; end if;
  update case_deadline set met_at = now()
  where case_deadline.kind = 'referral_answer' and case_deadline.about_id = asked and met_at is null and dropped_at is null;
end $$;

-- A service has taken up the need of a person in a club's register: from now on she is accompanied. The receiver sees neither
-- her nor her line.
create function policy.referral_taken_up(asked uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if asked <> all (policy.received_referrals()) then raise insufficient_privilege; end if;
  update person set status = 'accompanied' from referral
  where referral.id = asked and person.province = referral.province and person.id = policy.kept_line(referral.person_id)
    and person.status = 'referred';
end $$;

-- What an answered transfer does to the case that was offered: it is another's now, or stays where it was.
create function policy.end_transfer(asked uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare one transfer; next text; seq integer;
begin
  select transfer.* into one from transfer where transfer.id = asked and transfer.state in ('accepted', 'declined')
    and transfer.to_organisation_id = any (policy.organisations('{case_manager}')) and transfer.answered_at = now();
  if not found then raise insufficient_privilege; end if;
  next := case one.state when 'accepted' then 'transferred' else one.state_before end;
  update case_file set state = next, last_seq = last_seq + 1
    where case_file.province = one.province and case_file.id = one.case_id and case_file.state = 'transfer_offered'
    returning case_file.last_seq into seq;
  if not found then raise insufficient_privilege; end if;
  insert into case_entry (province, id, case_id, seq, kind, tier, body, on_day, recorded_by)
    values (one.province, gen_random_uuid(), one.case_id, seq, 'case.moved', 'team', jsonb_build_object('to', next),
      policy.today(), policy.actor());
  update case_deadline set met_at = now()
    where case_deadline.kind = 'transfer_answer' and case_deadline.about_id = asked and met_at is null and dropped_at is null;
  if next <> 'transferred' then return; end if;
  -- Another answers for her now: nothing here reminds anybody any more, and no club goes to her in this agency's name.
  update case_deadline set dropped_at = now()
    where case_deadline.province = one.province and case_deadline.case_id = one.case_id and met_at is null and dropped_at is null;
  update companion set state = 'ended', ended_at = now(), ended_side = 'team', end_reason = 'she_moves', next_visit_on = null,
      next_visit_purpose = null
    where companion.province = one.province and companion.case_id = one.case_id and companion.state in ('asked', 'accepted');
end $$;

-- Where somebody answers referrals, and where somebody manages cases: to whom she may be sent. Names of organisations only.
create function policy.sharing_recipients(asked_role text) returns table (id uuid, kind text, name text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select organisation.id, organisation.kind,
    (select organisation_name.name from organisation_name where organisation_name.organisation_id = organisation.id
      order by valid_to is null desc, valid_from desc limit 1)
  from organisation
  where (cardinality(policy.organisations('{case_manager,psychologist,shelter_manager}')) > 0
      or asked_role = 'service_partner' and cardinality(policy.clubs('{club_chair,club_member}')) > 0)
    and asked_role in ('service_partner', 'case_manager')
    and organisation.id in (select role_grant.organisation_id from role_grant
      where role_grant.role = asked_role and role_grant.ended_at is null and role_grant.valid_from <= policy.today()
        and (role_grant.valid_to is null or role_grant.valid_to >= policy.today()));
end;

-- The provinces whose data-protection officer the actor is: she is told of every sharing without consent there.
create function policy.protected_provinces() returns text[]
  language sql stable parallel safe security definer set search_path = public, pg_temp
begin atomic
  select coalesce(array_agg(distinct organisation.province), '{}') from organisation
  where organisation.level <> 'commune' and organisation.level <> 'hamlet'
    and organisation.id = any (policy.organisations('{data_protection_officer}'));
end;

revoke execute on function policy.may_open_shared from public;
