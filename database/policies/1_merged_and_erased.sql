-- as ke_vai_gate
-- Two lines of one person, and a person who is forgotten. For these ke_vai_gate may read of a person which club and which
-- member she has and which line she is merged into, and may clear what lies under a certificate of erasure.

-- Whoever may not see one of the lines of a person sees none of them: an exclusion from one holds for all, and a member
-- reaches them when all are assigned to her. `excluded`: the persons whom this actor's own exclusions name.
create function policy.hidden_by_merge(excluded uuid[]) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare assigned uuid[]; mine uuid[];
begin
  if not exists (select from person where merged_into is not null) then return '{}'; end if;
  assigned := array(select unnest(policy.clubs('{club_member}'))
    except select unnest(policy.clubs('{club_chair,ward_officer,operator}')));
  if cardinality(excluded) = 0 and cardinality(assigned) = 0 then return '{}'; end if;
  mine := policy.own_members();
  return array(
    with pair as (
      select one.province, one.merged_into as kept_id, one.id as merged_id, one.member_id, one.club_id from person one
      where one.merged_into is not null
        and (one.club_id = any (assigned) or one.id = any (excluded) or one.merged_into = any (excluded))
    ), hidden as (
      select distinct pair.province, pair.kept_id from pair
      where pair.kept_id = any (excluded) or pair.merged_id = any (excluded)
        or (pair.club_id = any (assigned) and (pair.member_id is null or pair.member_id <> all (mine)
          or exists (select from person kept where kept.province = pair.province and kept.id = pair.kept_id
            and (kept.member_id is null or kept.member_id <> all (mine)))))
    )
    select hidden.kept_id from hidden
    union
    select person.id from hidden join person on person.province = hidden.province and person.merged_into = hidden.kept_id);
end $$;

-- The lines of a club that stand for another one, so that two of them count as one person: ids and nothing else, the
-- same for everybody who counts this club.
create function policy.merged_entries(asked_club uuid) returns table (id uuid, kept uuid)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if asked_club is null or asked_club <> all (policy.clubs('{club_chair,club_member,ward_officer,province_manager,operator}'))
    then return; end if;
  return query select person.id, person.merged_into from person
    where person.club_id = asked_club and person.merged_into is not null;
end $$;

-- True when a second person's yes to this command with these arguments is used in this very transaction. By the name of
-- the argument: ids that the asker makes up herself stand in a request too.
create function policy.agreed_now(asked_command text, asked_club uuid, about jsonb, agreed_by uuid) returns boolean
  language sql stable set search_path = public, pg_temp
begin atomic
  select exists (select from approval
    where command = asked_command and club_id = asked_club and requested_by = (select policy.actor()) and decided_by = agreed_by
      and decision = 'approved' and used_at = now() and request @> about);
end;

-- What was sealed, what was written in free words, and what finds her goes; the coded facts stay for the counts. Runs with
-- the rights of whoever calls it: forget_person below, and the restore of a backup from before her erasure.
create function policy.clear_person(of_province text, of_club uuid, gone uuid, at timestamptz) returns void
  language plpgsql volatile set search_path = public, pg_temp
as $$
begin
  delete from ledger_row where ledger_row.province = of_province and ledger_row.club_id = of_club
    and (ledger_row.target_id = gone
      or ledger_row.target_id in (select contact.id from contact where contact.province = of_province and contact.person_id = gone)
      or ledger_row.target_id in (select referral.id from referral where referral.province = of_province and referral.person_id = gone));
  delete from identity_index where identity_index.province = of_province and identity_index.person_id = gone;
  delete from person_identity where person_identity.province = of_province and person_identity.person_id = gone;
  delete from safe_contact where safe_contact.province = of_province and safe_contact.person_id = gone;
  delete from task where task.province = of_province and task.person_id = gone;
  delete from departure_check_in where departure_check_in.province = of_province and departure_check_in.person_id = gone;
  delete from departure_plan where departure_plan.province = of_province and departure_plan.person_id = gone;
  update contact set note_sealed = null, next_step = null where contact.province = of_province and contact.person_id = gone;
  update screening set answers_sealed = '' where screening.province = of_province and screening.person_id = gone;
  update referral set words = null, shared = null where referral.province = of_province and referral.person_id = gone;
  -- Whoever received something of her finds it no more.
  update consent set withdrawn_at = at
    where consent.province = of_province and consent.person_id = gone and consent.withdrawn_at is null;
  update person set erased_at = at, register_no = null, ethnicity = null, next_step = null, next_due_on = null,
    status = 'statistics_only'
    where person.province = of_province and person.id = gone;
end $$;

-- Only under a certificate that the actor wrote in this transaction.
create function policy.forget_person(asked uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare paper erasure;
begin
  select * into paper from erasure where erasure.id = asked and erasure.erased_by = (select policy.actor()) and erasure.erased_at = now();
  if not found then raise insufficient_privilege; end if;
  perform policy.clear_person(paper.province, paper.club_id, paper.person_id, paper.erased_at);
  -- Whoever keeps the list of the erased outside of the database hears of it when this is committed.
  perform pg_notify('ke_vai_erasure', '');
end $$;

revoke execute on function policy.hidden_by_merge, policy.merged_entries, policy.clear_person, policy.forget_person from public;
grant execute on function policy.merged_entries, policy.forget_person to ke_vai_app;
