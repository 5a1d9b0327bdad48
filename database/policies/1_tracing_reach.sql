-- as ke_vai_gate
-- Who opens the clues of a tracing request, and its answer. Run as ke_vai_gate, like 0_functions.sql.

-- May this be opened? The clues by whoever answers at the body asked, until they are withdrawn; the answer by the team.
create function policy.tracing_opens(asked_case uuid, field text, asked_row uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare request record;
begin
  select to_organisation_id, state into request from tracing_request where id = asked_row and case_id = asked_case;
  if not found or asked_case = any (policy.excluded_cases()) then return false; end if;
  if field = 'tracing_request.answer' then
    return asked_case = any (policy.own_cases('{manager,member,psychologist,supervisor,shelter}'));
  end if;
  return field = 'tracing_request.sent' and request.state <> 'withdrawn'
    and request.to_organisation_id = any (policy.organisations('{police_liaison,province_manager}'));
end $$;

-- What no change of a request may do: alter or take back an answer, or answer what was withdrawn.
create function policy.keep_tracing() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if (select policy.actor()) is null then return new; end if;
  if old.state <> 'sent' or new.state = 'sent'
    or new.state = 'withdrawn' and (new.answer, new.answer_sealed, new.answered_at) is distinct from
      (old.answer, old.answer_sealed, old.answered_at)
    then raise insufficient_privilege; end if;
  return new;
end $$;

revoke execute on function policy.tracing_opens from public;
