-- as ke_vai_gate
-- Who reaches a verification from another body: the liaison what was addressed to him, the lead body clocks, a party to a
-- reconciliation its own list. Run as ke_vai_gate, like 0_functions.sql.

-- The requests addressed to the bodies for which the actor is the liaison.
create function policy.requests_to_me() returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare bodies uuid[] := policy.organisations('{police_liaison}');
begin
  if coalesce(cardinality(bodies), 0) = 0 then return '{}'; end if;
  return array(select id from verification_request
    where to_organisation_id = any (bodies) and case_id <> all ((select policy.excluded_cases())::uuid[]));
end $$;

-- What her sheet must name before these fields go to the police (contract/verification/request-codes.ts).
create function policy.request_consent_fields(fields text[]) returns text[]
  language sql immutable parallel safe
begin atomic
  select coalesce(array_agg(distinct needed), '{}') from unnest(fields) as field, unnest(case field
    when 'age_and_sex' then '{age_band,sex}'::text[]
    when 'called_by' then '{called_by}' when 'legal_name' then '{legal_name}'
    when 'birth' then '{birth}' when 'paper' then '{paper}' else '{}' end) as needed;
end;

-- Does what was sent still stand? The question alone stands by itself; her words and who she is while her consent does.
create function policy.request_stands(fields text[], consent uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select fields <@ array['question'] or coalesce(policy.consent_in_force(consent), false);
end;

-- Is an answer still awaited? Not where the consent on which it was asked has run out: nobody can give it any more.
create function policy.answer_awaited(about uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select not exists (select from verification_request where verification_request.id = about
      and not policy.request_stands(verification_request.fields, verification_request.consent_id))
    and not exists (select from referral where referral.id = about and referral.case_id is not null
      and referral.emergency_id is null and referral.consent_id is not null
      and not policy.consent_in_force(referral.consent_id));
end;

-- A consent taken back ends in this same transaction what the police were shown on it. Where another took its place, what
-- that one covers goes on under it.
create function policy.end_requests_of_consent() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if new.purpose <> 'share_police' then return new; end if;
  if new.replaced_by is not null and old.replaced_by is null then
    update verification_request set consent_id = new.replaced_by
    where province = new.province and consent_id = new.id and state in ('sent', 'opened')
      and policy.consent_covers(new.replaced_by, case_id, null, 'share_police', to_organisation_id, null,
        policy.request_consent_fields(fields));
  end if;
  if new.replaced_by is not null or new.withdrawn_at is not null then
    update verification_request set state = 'withdrawn', ended_at = now(), ended_by = policy.actor()
    where province = new.province and consent_id = new.id and state in ('sent', 'opened');
  end if;
  return new;
end $$;

-- May what was shared be opened by the liaison now? Until it runs out, is answered or withdrawn, and so many times.
create function policy.request_opens(asked_row uuid, asked_case uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return exists (select from verification_request
    where id = asked_row and case_id = asked_case and id = any (policy.requests_to_me())
      and state in ('sent', 'opened') and expires_at > now() and openings < openings_allowed
      and policy.request_stands(fields, consent_id));
end $$;

-- How many requests of an agency are open, whoever's case they are of; for whoever manages cases there.
create function policy.open_requests(agency uuid) returns integer
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if agency <> all (policy.organisations('{case_manager}')) then return null; end if;
  return (select count(*)::int from verification_request
    where from_organisation_id = agency and state in ('sent', 'opened') and expires_at > now()
      and policy.request_stands(fields, consent_id));
end $$;

-- The clock of a request ends with it, whoever ended it: the liaison reaches no clock of a case.
create function policy.end_request_clock() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if new.state in ('answered', 'declined', 'withdrawn') and old.state in ('sent', 'opened') then
    update case_deadline set met_at = case when new.state = 'withdrawn' then null else now() end,
      dropped_at = case when new.state = 'withdrawn' then now() end
    where province = new.province and case_id = new.case_id and kind = 'request_answer' and about_id = new.id
      and met_at is null and dropped_at is null;
  end if;
  return new;
end $$;

-- What no change of a request may do: leave the order of its states, give back an opening, or alter what was answered.
create function policy.keep_request() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if (select policy.actor()) is null then return new; end if;
  if old.state not in ('sent', 'opened') or new.state = 'sent' and old.state <> 'sent'
    or new.openings not between old.openings and old.openings + 1
    or new.state = 'answered' and old.state <> 'opened'
    or new.state not in ('answered', 'declined') and (new.answer, new.outcome, new.answer_sealed, new.decline_reason)
      is distinct from (old.answer, old.outcome, old.answer_sealed, old.decline_reason)
    then raise insufficient_privilege; end if;
  return new;
end $$;

-- An outcome stands on a case only beside the decision that says so, whatever code writes it.
create function policy.keep_legal_status() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare decided text;
begin
  if (select policy.actor()) is null or new.legal_status = old.legal_status and new.identified_on is not distinct from
    old.identified_on then return new; end if;
  select body ->> 'outcome' into decided from case_entry
    where province = new.province and case_id = new.id and kind = 'identification.decided' order by seq desc limit 1;
  if new.legal_status in ('victim', 'not_victim', 'not_enough_grounds') and new.legal_status is distinct from decided
    or old.legal_status in ('victim', 'not_victim') and new.legal_status <> all ('{victim,not_victim,not_enough_grounds}')
    or new.identified_on is not null and new.legal_status <> 'victim'
    then raise insufficient_privilege; end if;
  return new;
end $$;

-- The rounds that the actor's bodies lead, and those to which they are a party.
create function policy.led_rounds() returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare bodies uuid[] := policy.organisations('{province_manager}');
begin
  return array(select id from reconciliation_round where organisation_id = any (bodies));
end $$;

create function policy.own_rounds() returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare bodies uuid[] := policy.organisations('{police_liaison,province_manager}');
begin
  return policy.led_rounds()
    || array(select round_id from reconciliation_party where organisation_id = any (bodies));
end $$;

-- The lists of a round side by side, for the body that leads it, once every party has handed in its own.
create function policy.lists_of_round(asked uuid)
  returns table (organisation_id uuid, side text, line smallint, token text, status text, supported boolean)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if asked <> all (policy.led_rounds())
    or exists (select from reconciliation_party party where party.round_id = asked and party.submitted_at is null)
    then return; end if;
  return query select item.organisation_id, party.side, item.line, encode(item.token, 'hex'), item.status, item.supported
    from reconciliation_item item join reconciliation_party party
      on party.province = item.province and party.round_id = item.round_id and party.organisation_id = item.organisation_id
    where item.round_id = asked;
end $$;

revoke execute on function policy.request_opens, policy.lists_of_round, policy.open_requests from public;
grant execute on function policy.lists_of_round, policy.open_requests to ke_vai_app;
