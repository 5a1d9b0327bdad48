-- as ke_vai_gate
-- What a role held at a place reaches, and who stands over a place. Which place lies wholly in which is a table
-- (place_within); a club whose commune was split since, so that nobody knows where it lies today, is reached by none.

-- Does the club's commune lie, today, at or below this place?
create function policy.club_lies_in(asked uuid, at_level text, at_code text, at_from date) returns boolean
  language sql stable parallel safe security definer set search_path = public, pg_temp
begin atomic
  select exists (select from club
    join place_within on place_within.level = 'commune' and place_within.code = club.place_code
      and club.place_as_of between place_within.valid_from and coalesce(place_within.valid_to, 'infinity')
    where club.id = asked and settled
      and outer_level = at_level and outer_code = at_code and outer_from = at_from);
end;

create function policy.clubs_in(at_level text, at_code text, at_from date) returns uuid[]
  language sql stable parallel safe security definer set search_path = public, pg_temp
begin atomic
  select coalesce(array_agg(club.id), '{}') from place_within
    join club on club.place_code = place_within.code
      and club.place_as_of between place_within.valid_from and coalesce(place_within.valid_to, 'infinity')
    where place_within.level = 'commune' and settled
      and outer_level = at_level and outer_code = at_code and outer_from = at_from;
end;

-- The clubs that the account reaches by one of the roles, held at a place today.
create function policy.clubs_at_places(who uuid, wanted text[]) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
begin
  return array(select distinct unnest(policy.clubs_in(place_level, place_code, place_from)) from role_grant
    where account_id = who and role = any (wanted) and place_code is not null and ended_at is null
      and valid_from <= policy.today() and (valid_to is null or valid_to >= policy.today()));
end $$;

-- The organisations that she reaches so, if she runs clubs: those whose own place lies there, and all of whose clubs do,
-- one at least. What manages a club elsewhere, or none, is not hers by the map.
create function policy.organisations_at_places(who uuid, wanted text[]) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare runs text[]; clubs uuid[];
begin
  -- Most people hold no role at a place: no tree is walked for them.
  if not exists (select from role_grant where account_id = who and place_code is not null and ended_at is null)
    then return '{}'; end if;
  runs := array(select unnest(wanted) intersect select unnest('{ward_officer,province_manager}'::text[]));
  clubs := policy.clubs_at_places(who, runs);
  return array(
    with recursive tree as (
      select organisation.id as top, organisation.id
      from role_grant
      join place_within on outer_level = place_level and outer_code = place_code and outer_from = place_from and settled
      join organisation on organisation.level = place_within.level and organisation.place_code = place_within.code
        and organisation.place_as_of between place_within.valid_from and coalesce(place_within.valid_to, 'infinity')
      where account_id = who and role = any (runs) and ended_at is null
        and role_grant.valid_from <= policy.today() and (role_grant.valid_to is null or role_grant.valid_to >= policy.today())
      union
      select tree.top, organisation.id from organisation join tree on organisation.parent_id = tree.id
    )
    select tree.top from tree join club on club.managing_organisation_id = tree.id
    group by tree.top having bool_and(club.id = any (clubs)));
end $$;

-- The organisations that stand over a place: in their own place it lies, or in that of one below them, and they manage
-- clubs. `wholly`: every club of the place is in their tree, so that a role there reaches no further than theirs.
create function policy.organisations_over(at_level text, at_code text, at_from date, wholly boolean) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare clubs uuid[] := policy.clubs_in(at_level, at_code, at_from);
begin
  return array(
    with recursive up as (
      select organisation.id, organisation.parent_id
      from place_within
      join place on place.level = outer_level and place.code = outer_code and place.valid_from = outer_from
      join organisation on organisation.level = place.level and organisation.place_code = place.code
        and organisation.place_as_of between place.valid_from and coalesce(place.valid_to, 'infinity')
      where place_within.level = at_level and place_within.code = at_code and place_within.valid_from = at_from
      union
      select organisation.id, organisation.parent_id from organisation join up on organisation.id = up.parent_id
    ), tree as (
      select id as top, id from up
      union
      select tree.top, organisation.id from organisation join tree on organisation.parent_id = tree.id
    )
    select tree.top from tree join club on club.managing_organisation_id = tree.id
    group by tree.top having not wholly or clubs <@ array_agg(club.id));
end $$;

-- The roles that the account holds over a place today: at a place that holds it, or at an organisation over it.
create function policy.roles_at_place(who uuid, at_level text, at_code text, at_from date, wholly boolean) returns text[]
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare over uuid[] := policy.organisations_over(at_level, at_code, at_from, wholly);
begin
  return array(select distinct role from role_grant
    where account_id = who and ended_at is null
      and valid_from <= policy.today() and (valid_to is null or valid_to >= policy.today())
      and (organisation_id = any (over)
        or exists (select from place_within
          where place_within.level = at_level and place_within.code = at_code and place_within.valid_from = at_from
            and outer_level = place_level and outer_code = place_code and outer_from = place_from)));
end $$;

-- Those roles of the actor with which she could give one there, or (not `wholly`) end one.
create function policy.own_roles_at_place(at_level text, at_code text, at_from date, wholly boolean) returns text[]
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return policy.roles_at_place(policy.actor(), at_level, at_code, at_from, wholly);
end $$;

-- Does this organisation stand over the place?
create function policy.stands_over(asked uuid, at_level text, at_code text, at_from date, wholly boolean) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select asked = any (policy.organisations_over(at_level, at_code, at_from, wholly));
end;

-- «Phường Tuần Châu, Thành phố Hạ Long, Tỉnh Quảng Ninh (đến 30/06/2025)»: as things were called on its last day.
create function policy.dated_place_name(at_level text, at_code text, at_from date) returns text
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with recursive up as (
    select 1 as nth, full_name, parent_code, valid_to, coalesce(valid_to, current_date) as on_day from place
    where level = at_level and code = at_code and valid_from = at_from
    union all
    select up.nth + 1, place.full_name, place.parent_code, up.valid_to, up.on_day from up
      join place on place.code = up.parent_code
        and place.level = case when length(up.parent_code) = 2 then 'province' else 'district' end
        and up.on_day between place.valid_from and coalesce(place.valid_to, 'infinity')
  )
  select string_agg(full_name, ', ' order by nth) || coalesce(' (đến ' || to_char(min(valid_to), 'DD/MM/YYYY') || ')', '')
  from up;
end;

revoke execute on function policy.club_lies_in, policy.clubs_in, policy.clubs_at_places, policy.organisations_at_places,
  policy.organisations_over, policy.roles_at_place, policy.own_roles_at_place, policy.stands_over,
  policy.dated_place_name from public;
grant execute on function policy.own_roles_at_place, policy.stands_over, policy.dated_place_name to ke_vai_app;
