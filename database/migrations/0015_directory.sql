-- Where help is to be found: services, hotlines, shelters and trusted addresses. T0, readable by everybody who signs in,
-- and nothing in it says where a shelter stands. province '00' is the whole country.

create table directory_entry (
  province text not null,
  id uuid not null,
  owner_organisation_id uuid not null references organisation on delete restrict,
  provider text not null,
  provider_organisation_id uuid references organisation on delete restrict,
  kind text not null check (kind in ('hotline', 'counselling', 'legal_aid', 'health', 'psychology', 'papers', 'education', 'job',
    'livelihood', 'allowance', 'interpretation', 'shelter', 'trusted_address', 'other')),
  name text not null,
  description text not null default '',
  area text not null,
  phone text,
  fee text not null check (fee in ('free', 'paid', 'unknown')),
  fee_note text not null default '',
  hours text not null check (hours in ('all_day', 'office', 'other', 'unknown')),
  hours_note text not null default '',
  languages text[] not null default '{}',
  for_whom text[] not null default '{}',
  capacity smallint check (capacity between 0 and 10000),
  source text not null,
  added_at timestamptz not null default now(),
  added_by uuid,
  changed_at timestamptz not null default now(),
  checked_on date,
  checked_by uuid,
  next_check_on date,
  withdrawn_on date,
  primary key (province, id)
);
create index directory_entry__owner on directory_entry (owner_organisation_id, next_check_on) where withdrawn_on is null;
create index directory_entry__id on directory_entry (id);
create index directory_entry__provider on directory_entry (provider_organisation_id) where provider_organisation_id is not null;
comment on column directory_entry.area is 'Ward or province in words. Of a shelter or a trusted address never more than this; its street lies sealed.';
comment on column directory_entry.owner_organisation_id is 'Who keeps the entry true: it stands in that organisation''s list of what to check.';
comment on column directory_entry.next_check_on is 'From this day the entry is shown as not checked lately. Null: never checked, or no verified interval.';

create table directory_function (
  province text not null,
  id uuid not null,
  entry_id uuid not null,
  name text not null,
  name_en text not null,
  valid_from date,
  valid_to date check (valid_to >= valid_from),
  source text not null,
  primary key (province, id),
  foreign key (province, entry_id) references directory_entry on delete cascade
);
create index directory_function__entry on directory_function (province, entry_id);
comment on table directory_function is 'What an entry is for, from a day to a day; 111 has two. Without valid_from: the first day stands in no paper in hand.';

create table directory_street (
  province text not null,
  id uuid not null,
  entry_id uuid not null,
  organisation_id uuid not null references organisation on delete restrict,
  sealed bytea not null,
  set_at timestamptz not null default now(),
  primary key (province, id),
  foreign key (province, entry_id) references directory_entry on delete cascade
);
create index directory_street__entry on directory_street (province, entry_id, set_at desc);
create index directory_street__organisation on directory_street (organisation_id);
comment on table directory_street is 'T2: the street of a shelter or trusted address, for the shelter team of one organisation. The newest row counts; whoever wrote it cannot read it back.';

create table directory_report (
  province text not null,
  id uuid not null,
  entry_id uuid not null,
  problem text not null check (problem in ('no_answer', 'wrong_number', 'closed', 'asks_for_money', 'other')),
  reported_at timestamptz not null default now(),
  reported_by uuid,
  primary key (province, id),
  foreign key (province, entry_id) references directory_entry on delete cascade
);
create index directory_report__entry on directory_report (province, entry_id, reported_at desc);
comment on table directory_report is 'Somebody found that an entry does not hold; its owner checks it.';
