-- as ke_vai_gate
-- Who the actor is and what she reaches. These functions run as ke_vai_gate, a role that may read the network
-- (accounts, grants, organisations, clubs) and nothing of any person; every policy below asks them.

-- Who acts, as the entering sealed it (0_seal.sql). A setting can be written by any SQL; without its seal it names
-- nobody, so that whoever speaks SQL as the app still acts only as somebody whose sign-in token he holds.
create function policy.actor() returns uuid
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare said text := nullif(current_setting('app.entry', true), ''); secret bytea;
begin
  if said is null then return null; end if;
  -- What policy.entry_seal does, said once more: every policy asks this several times a statement, and a call within it
  -- costs as much as the rest. Without a secret, or without a seal, nobody acts.
  select decode(hash, 'hex') into secret from deployed where what = 'entry_seal';
  if (current_setting('app.entry_seal', true) = encode(sha256(secret || sha256(secret || convert_to(
    concat_ws('|', said, pg_backend_pid(), extract(epoch from transaction_timestamp())), 'UTF8'))), 'hex')) is not true
    then return null; end if;
  return split_part(said, '|', 1)::uuid;
end $$;

-- The day as people count it: roles and memberships are given from a day to a day in Việt Nam.
create function policy.today() returns date language sql stable parallel safe
  return (now() at time zone 'Asia/Ho_Chi_Minh')::date;

-- The clubs where the actor holds one of the roles today: at the club, at its managing organisation or above it, or at
-- the place where it lies (0_at_places.sql).
-- Every statement asks this for each table it meets; in plpgsql the plans inside are kept by the connection, which
-- costs a ninth of the same in sql (docs/performance.md).
create function policy.clubs(wanted text[]) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare own uuid[]; tops uuid[]; placed boolean;
begin
  select array_agg(distinct club_id) filter (where club_id is not null),
    array_agg(distinct organisation_id) filter (where organisation_id is not null), bool_or(place_code is not null)
  into own, tops, placed from role_grant
  where account_id = (select policy.actor()) and role = any (wanted) and ended_at is null
    and valid_from <= policy.today() and (valid_to is null or valid_to >= policy.today());
  if placed then own := own || policy.clubs_at_places((select policy.actor()), wanted); end if;
  -- Most people hold a role at one club and at no organisation: no tree is walked for them.
  if tops is null then return coalesce(own, '{}'); end if;
  return array(
    with recursive tree as (
      select unnest(tops) as id
      union
      select organisation.id from organisation join tree on organisation.parent_id = tree.id
    )
    select unnest(own)
    union
    select club.id from club join tree on club.managing_organisation_id = tree.id);
end $$;

-- The organisations at which, or above which, the actor holds one of the roles today, and those of her places.
create function policy.organisations(wanted text[]) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare tops uuid[]; placed boolean;
begin
  select array_agg(distinct organisation_id) filter (where organisation_id is not null), bool_or(place_code is not null)
  into tops, placed from role_grant
  where account_id = (select policy.actor()) and role = any (wanted) and ended_at is null
    and valid_from <= policy.today() and (valid_to is null or valid_to >= policy.today());
  if tops is null and not coalesce(placed, false) then return '{}'; end if;
  return array(
      with recursive tree as (
        select unnest(tops) as id
        union
        select organisation.id from organisation join tree on organisation.parent_id = tree.id
      )
      select id from tree)
    || case when placed then policy.organisations_at_places((select policy.actor()), wanted) else '{}' end;
end $$;

-- The actor's own memberships: what is assigned to her is assigned to one of these.
create function policy.own_members() returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
begin
  return coalesce((select array_agg(member.id) from member
    where member.account_id = (select policy.actor()) and (member.left_on is null or member.left_on > policy.today())
      and member.club_id = any ((select policy.clubs('{club_member,club_chair}'))::uuid[])), '{}');
end $$;

-- Are persons assigned to this member of a club that the actor runs? Also those hidden from her: whoever is linked to the
-- member reaches them.
create function policy.has_persons(asked uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from person join member on member.id = person.member_id
    where member.id = asked and person.erased_at is null
      and member.club_id = any (policy.clubs('{club_chair,ward_officer}')));
end;

-- What no change of a member may do, whoever speaks SQL as the app: hand a linked row to another account, or give an account
-- the persons assigned to it, unless the board does.
create function policy.keep_member() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if new.account_id is distinct from old.account_id and (select policy.actor()) is not null
    and (old.account_id is not null or policy.has_persons(new.id) and new.club_id <> all (policy.clubs('{club_chair}')))
    then raise insufficient_privilege; end if;
  return new;
end $$;

-- How far the boards of clubs that the actor reaches are complete: counts and nothing of any member, because the
-- province, which activates clubs, sees no members.
create function policy.board_facts(asked uuid[]) returns table (club_id uuid, chairs int, others int, with_duty int)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select member.club_id,
    (count(*) filter (where board_role = 'chair' and eligibility_ground is not null))::int,
    (count(*) filter (where board_role not in ('chair', 'none') and eligibility_ground is not null))::int,
    (count(*) filter (where area is not null))::int
  from member
  where member.club_id = any (asked)
    and member.club_id = any ((select policy.clubs('{club_member,club_chair,ward_officer,province_manager,operator}'))::uuid[])
    and (left_on is null or left_on > policy.today())
  group by member.club_id;
end;

-- The accounts that hold a role in the club itself, for whoever links them with its members.
create function policy.club_accounts(asked uuid) returns table (account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select distinct account.id, account.display_name
  from role_grant join account on account.id = role_grant.account_id
  where role_grant.club_id = asked and asked = any (policy.clubs('{club_chair,ward_officer}'))
    and account.disabled_at is null and role_grant.ended_at is null
    and role_grant.valid_from <= policy.today() and (role_grant.valid_to is null or role_grant.valid_to >= policy.today());
end;

-- The roles that an account holds over one club or one organisation today (both null: anywhere).
create function policy.roles_of(who uuid, asked_club uuid, asked_organisation uuid) returns text[]
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return array(
    with recursive mine as materialized (
      select role, club_id, organisation_id, place_level, place_code, place_from from role_grant
      where account_id = who and ended_at is null
        and valid_from <= policy.today() and (valid_to is null or valid_to >= policy.today())
    ), up as (
      select case when asked_club is null then asked_organisation
        else (select managing_organisation_id from club where club.id = asked_club) end as id
      where exists (select from mine where organisation_id is not null)
      union
      select organisation.parent_id from organisation join up on organisation.id = up.id
      where organisation.parent_id is not null
    )
    select distinct role from mine
    where (asked_club is null and asked_organisation is null)
      or club_id = asked_club or organisation_id in (select id from up)
      or case when place_code is null then false
        when asked_club is not null then policy.club_lies_in(asked_club, place_level, place_code, place_from)
        else asked_organisation = any (policy.organisations_at_places(who, array[role])) end);
end $$;

create function policy.roles_at(asked_club uuid, asked_organisation uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select policy.roles_of(policy.actor(), asked_club, asked_organisation);
end;

-- The persons who for this actor are not there: a conflict of interest beats every role.
create function policy.excluded_always() returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
declare own uuid[];
begin
  own := coalesce((select array_agg(person_id) from exclusion
    where account_id = (select policy.actor()) and lifted_at is null), '{}');
  return own || policy.hidden_by_merge(own);
end $$;

-- The same for the tables that figures are counted from: a report counts everybody, so the server may set it aside for
-- figures alone ('app.counting'), never for rows that are shown. Any SQL of the app can set that; so what is sealed, what
-- says who is excluded, and what opens or destroys anything ask excluded_always().
create function policy.excluded_persons() returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$
begin
  if current_setting('app.counting', true) = 'on' then return '{}'; end if;
  return policy.excluded_always();
end $$;

-- What a transaction is opened with: who she is, what she holds there, on which device.
create type policy.entered as (account_id uuid, province text, roles text[], club_province text, organisation_id uuid,
  sign_in_id uuid, stepped_up boolean);

create function policy.entered_as(who account, asked_club uuid, asked_organisation uuid, sign_in_id uuid, stepped_up boolean)
  returns policy.entered language plpgsql security definer set search_path = public, pg_temp
as $$
declare result policy.entered;
begin
  select club.province, club.managing_organisation_id into result.club_province, result.organisation_id
    from club where club.id = asked_club;
  result.account_id := who.id; result.province := who.province;
  result.roles := policy.roles_of(who.id, asked_club, asked_organisation);
  result.organisation_id := coalesce(result.organisation_id, asked_organisation);
  if asked_club is null then
    select organisation.province into result.club_province from organisation where organisation.id = asked_organisation;
  end if;
  result.sign_in_id := sign_in_id; result.stepped_up := stepped_up;
  perform policy.seal_entry(result);
  return result;
end $$;

-- As an account known by its id: the command line, which holds no sign-in. The server's own role may not call it.
create function policy.enter_as(who_id uuid, asked_club uuid, asked_organisation uuid) returns setof policy.entered
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare who account;
begin
  select account.* into who from account where account.id = who_id and account.disabled_at is null;
  if not found then return; end if;
  return next policy.entered_as(who, asked_club, asked_organisation, null, true);
end $$;

-- Opens a transaction as the person whose sign-in token it is: says who she is and which roles she holds there.
-- No row: the sign-in has ended or was never made.
create function policy.enter(token bytea, asked_club uuid, asked_organisation uuid) returns setof policy.entered
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare who account; at sign_in;
begin
  select * into at from sign_in where sign_in.token_hash = token and sign_in.ended_at is null
    and sign_in.expires_at > now() and sign_in.last_used_at > now() - policy.idle_limit();
  if not found then return; end if;
  select account.* into who from account where account.id = at.account_id and account.disabled_at is null;
  if not found then return; end if;
  if at.last_used_at < now() - interval '5 minutes' then
    update sign_in set last_used_at = now() where token_hash = token; end if;
  return next policy.entered_as(who, asked_club, asked_organisation, at.id,
    coalesce(at.stepped_up_at > now() - interval '10 minutes', false));
end $$;

revoke execute on function policy.has_persons, policy.roles_of, policy.entered_as, policy.enter_as, policy.enter from public;
grant execute on function policy.enter to ke_vai_app;
grant execute on function policy.has_persons to ke_vai_app, ke_vai_owner;
grant execute on function policy.enter_as to ke_vai_operator;
