-- as ke_vai_gate
-- What a club reaches of a case beside which it walks: what was addressed to it, while her consent stands.

-- The companions that the actor reaches in her club: the board all of them, a member those given to her once accepted. A
-- conflict of interest with the case hides it, and nothing is left when her consent has ended.
create function policy.club_companions() returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare chaired uuid[] := policy.clubs('{club_chair}'); mine uuid[] := policy.own_members();
begin
  if coalesce(cardinality(chaired), 0) + coalesce(cardinality(mine), 0) = 0 then return '{}'; end if;
  return array(
    select companion.id from companion join consent on consent.id = companion.consent_id
    where (companion.club_id = any (chaired) and companion.state in ('asked', 'accepted')
        or companion.member_id = any (mine) and companion.state = 'accepted')
      and companion.case_id <> all ((select policy.excluded_cases())::uuid[])
      and consent.withdrawn_at is null and consent.replaced_by is null
      and policy.today() between consent.valid_from and consent.valid_to);
end $$;

-- The neutral word to a club that something ended in the last thirty days: its number and the day, never why.
create function policy.ended_companions(asked uuid) returns table (id uuid, number integer, ended_on date)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return query select companion.id, companion.number,
      coalesce((companion.ended_at at time zone 'Asia/Ho_Chi_Minh')::date, consent.valid_to)
    from companion join consent on consent.id = companion.consent_id
    where companion.club_id = asked and companion.case_id <> all ((select policy.excluded_cases())::uuid[])
      and (companion.club_id = any (policy.clubs('{club_chair}')) or companion.member_id = any (policy.own_members()))
      and (companion.state = 'ended' and companion.ended_at > now() - interval '30 days'
        or companion.state in ('asked', 'accepted') and consent.valid_to between policy.today() - 30 and policy.today() - 1);
end $$;

-- May what was sealed for a companion be opened by this actor? The club once it has accepted; the team whenever.
create function policy.companion_opens(asked_case uuid, field text, asked_row uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare one uuid;
begin
  if field = 'companion_task.words' then
    select companion_task.companion_id into one from companion_task
      where companion_task.id = asked_row and companion_task.case_id = asked_case;
  else one := asked_row; end if;
  return exists (select from companion where companion.id = one and companion.case_id = asked_case
    and (asked_case = any (policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))
      or companion.state = 'accepted' and one = any (policy.club_companions())));
end $$;

-- What the club did becomes an entry of the case, in its own name and with its words sealed for the team. The club reaches
-- no row of the case, so it is written here.
create function policy.write_companion_entry(asked uuid, entry uuid, entry_kind text, entry_body jsonb, words bytea) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare one companion; seq integer;
begin
  if asked <> all (policy.club_companions()) or entry_kind not in
    ('companion.answered', 'companion.task_finished', 'companion.visited', 'companion.left') then
    raise insufficient_privilege; end if;
  select companion.* into one from companion where companion.id = asked;
  update case_file set last_seq = last_seq + 1 where case_file.province = one.province and case_file.id = one.case_id
    returning case_file.last_seq into seq;
  insert into case_entry (province, id, case_id, seq, kind, tier, body, sealed, on_day, recorded_by)
    values (one.province, entry, one.case_id, seq, entry_kind, 'team', entry_body || jsonb_build_object('companionId', asked),
      words, policy.today(), policy.actor());
end $$;

-- The next number of a club. Whoever asks it for the first time waits for whoever asks it at the same moment.
create function policy.next_companion_number(asked_case uuid, asked uuid) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if asked_case <> all (policy.own_cases('{manager}')) then raise insufficient_privilege; end if;
  perform pg_advisory_xact_lock(hashtextextended('companion' || asked::text, 0));
  return (select coalesce(max(companion.number), 0) + 1 from companion where companion.club_id = asked);
end $$;

-- The clubs that may be asked by whoever manages cases at this organisation: names of those at work in its province.
create function policy.companion_clubs(asked uuid) returns table (id uuid, name text, organisation_id uuid, managed_by text)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if asked <> all (policy.organisations('{case_manager}')) then return; end if;
  return query select club.id,
      (select club_name.name from club_name where club_name.club_id = club.id
        order by club_name.valid_to is null desc, club_name.valid_from desc limit 1),
      club.managing_organisation_id,
      (select organisation_name.name from organisation_name where organisation_name.organisation_id = club.managing_organisation_id
        order by organisation_name.valid_to is null desc, organisation_name.valid_from desc limit 1)
    from club join organisation on organisation.id = asked and organisation.province = club.province
    where club.state in ('preparing', 'active', 'needs_support');
end $$;

-- What the companions of a case are called, for its team: the club, and who there goes to her.
create function policy.companion_names(asked uuid) returns table (id uuid, club text, member text)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if asked <> all (policy.own_cases('{manager,member,psychologist,supervisor,shelter}')) then return; end if;
  return query select companion.id,
      (select club_name.name from club_name where club_name.club_id = companion.club_id
        order by club_name.valid_to is null desc, club_name.valid_from desc limit 1),
      (select member.display_name from member where member.id = companion.member_id)
    from companion where companion.case_id = asked;
end $$;

revoke execute on function policy.companion_opens from public;
