-- Before somebody goes to work abroad: what was agreed with her, and what was heard since. A plan is never edited: a newer
-- one takes its place, or she stops it.

alter table task drop constraint task_origin_check;
alter table task add constraint task_origin_check
  check (origin in ('plan', 'meeting', 'screening', 'assignment', 'departure'));

create table departure_plan (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  person_id uuid not null,
  country text not null,
  leaves_about text not null check (leaves_about ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  work text not null,
  check_in_on date[] not null check (cardinality(check_in_on) between 1 and 12),
  next_step text not null check (next_step in ('call_chosen', 'commune_union', 'hotline', 'nothing')),
  sealed bytea not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  ended_at timestamptz,
  ended_as text check (ended_as in ('replaced', 'stopped')),
  primary key (province, id),
  foreign key (province, club_id) references club on delete cascade,
  foreign key (province, person_id) references person on delete cascade,
  check ((ended_at is null) = (ended_as is null))
);
create unique index departure_plan__standing on departure_plan (province, person_id) where ended_at is null;
create index departure_plan__club on departure_plan (province, club_id);
comment on table departure_plan is 'What was agreed with a person before she goes away to work. No list, figure or indicator is made of it.';
comment on column departure_plan.sealed is 'The contact chosen, how to ask, the code word and the place, under her key.';
comment on column departure_plan.check_in_on is 'The days on which she is to be heard from.';
comment on column departure_plan.next_step is 'What she agreed to when nothing is heard, and nothing more.';

create table departure_check_in (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  outcome text not null check (outcome in ('heard_from', 'no_answer', 'asked_help')),
  sealed bytea,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (province, id),
  foreign key (province, plan_id) references departure_plan on delete cascade,
  foreign key (province, person_id) references person on delete cascade
);
create index departure_check_in__plan on departure_check_in (province, plan_id);
create index departure_check_in__person on departure_check_in (province, person_id);
comment on column departure_check_in.sealed is 'Free words, under her key; null when there are none.';
