-- as ke_vai_gate
-- What decides the entitlements of a child who came with an adult: the adult's status, and nothing else of her. For the
-- child's team alone, and not for whom a conflict of interest keeps from the adult.
create function policy.accompanied(asked uuid) returns table (legal_status text, identified_on date, nationality text, found_in text)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if asked <> all (policy.own_cases('{manager,member,psychologist,supervisor,shelter}')) then return; end if;
  return query select adult.legal_status, adult.identified_on, adult.nationality, adult.found_in
    from case_file child join case_file adult on adult.province = child.province and adult.id = child.accompanies_id
    where child.id = asked and adult.id <> all (policy.excluded_cases());
end $$;
