-- as ke_vai_gate
-- True while the person has no tokens in the index of names, as it stood before the statement that asks.
create function policy.not_indexed(of_province text, person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select not exists (select from identity_index
    where identity_index.province = of_province and identity_index.person_id = not_indexed.person);
end;

revoke execute on function policy.not_indexed from public;
grant execute on function policy.not_indexed to ke_vai_app;
