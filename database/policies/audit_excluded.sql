-- as ke_vai_scribe
-- Every id by which a line of the audit may tell of a person from whom the actor is excluded: her own, and those of what
-- hangs on her. A note that was opened is told by its contact, and would else stand in the list without a code.
create function policy.excluded_subjects() returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare hidden uuid[] := policy.excluded_always();
begin
  if hidden = '{}' then return hidden; end if;
  return hidden || array(select contact.id from contact where contact.person_id = any (hidden))
    || array(select referral.id from referral where referral.person_id = any (hidden));
end $$;

revoke execute on function policy.excluded_subjects from public;
grant execute on function policy.excluded_subjects to ke_vai_app;
