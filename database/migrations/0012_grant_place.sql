-- A role may be held at a place: it reaches the clubs whose commune lies, today, at or below it.

-- Which place lies wholly in which, also across the days on which codes and borders changed: made from place and
-- place_succession at each load (server/src/place/place-within.ts), so that a role at a place walks no tree.
create table place_within (
  level text not null check (level in ('province', 'commune')),
  code text not null,
  valid_from date not null,
  valid_to date,
  settled boolean not null,
  outer_level text not null check (outer_level in ('province', 'commune')),
  outer_code text not null,
  outer_from date not null,
  primary key (outer_level, outer_code, outer_from, level, code, valid_from)
);
create index place_within__inner on place_within (level, code, valid_from);
comment on table place_within is 'The outer place holds all of the inner one. Each place lies in itself.';
comment on column place_within.settled is 'False: the inner place was split since; which of its heirs is meant, a person must say.';

alter table role_grant
  add column place_level text check (place_level in ('province', 'commune')),
  add column place_code text,
  add column place_from date,
  drop constraint role_grant_check,
  add constraint role_grant__held_once check (num_nonnulls(organisation_id, club_id, place_code) = 1),
  add constraint role_grant__whole_place check (num_nulls(place_level, place_code, place_from) in (0, 3)),
  add constraint role_grant__member_at_club check (place_code is null or role not in ('club_member', 'club_chair'));
comment on column role_grant.place_code is 'With place_level and place_from the key of place. No foreign key: a place that a correction of the lists takes away reaches nothing.';
create index role_grant__place on role_grant (place_level, place_code, place_from) where place_code is not null;

create index club__place on club (place_code);

-- The code alone names no place. What was written before stands for the day of this migration.
alter table organisation add column place_as_of date not null default current_date;
comment on column organisation.place_as_of is 'The place code is read as of this day, because codes were reused.';
