-- The month of a club: opened, met, submitted, accepted, locked; and what was decided.

create table month_cycle (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  month text not null,
  first_day date not null,
  last_day date not null,
  state text not null check (state in ('open', 'preparing', 'met', 'submitted', 'returned', 'locked')),
  primary key (province, id),
  unique (province, club_id, month),
  foreign key (province, club_id) references club on delete cascade
);
create index month_cycle__state on month_cycle (state, club_id);
comment on column month_cycle.state is 'The fold of month_entry, kept beside it for lists; a test compares both.';

create table month_entry (
  province text not null,
  id uuid not null,
  cycle_id uuid not null,
  club_id uuid not null,
  seq integer not null,
  kind text not null,
  comment text,
  by_account_id uuid,
  at timestamptz not null default now(),
  primary key (province, id),
  unique (province, cycle_id, seq),
  foreign key (province, cycle_id) references month_cycle on delete cascade
);

create table month_text (
  province text not null,
  cycle_id uuid not null,
  club_id uuid not null,
  situation text not null default '',
  self_assessment text not null default '',
  difficulties text not null default '',
  next_month text not null default '',
  updated_at timestamptz not null default now(),
  primary key (province, cycle_id),
  foreign key (province, cycle_id) references month_cycle on delete cascade
);

create table month_snapshot (
  province text not null,
  cycle_id uuid not null,
  club_id uuid not null,
  version integer not null,
  figures jsonb not null,
  made_at timestamptz not null default now(),
  primary key (province, cycle_id, version),
  foreign key (province, cycle_id) references month_cycle on delete cascade
);
comment on table month_snapshot is 'The figures as submitted. A locked month prints these, never a new count.';

create table month_amendment (
  province text not null,
  id uuid not null,
  cycle_id uuid not null,
  club_id uuid not null,
  no integer not null,
  reason text not null,
  indicator text not null,
  value_before integer not null,
  value_after integer not null,
  by_account_id uuid,
  at timestamptz not null default now(),
  primary key (province, id),
  unique (province, cycle_id, no),
  foreign key (province, cycle_id) references month_cycle on delete cascade
);

create table meeting (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  cycle_id uuid not null,
  kind text not null check (kind in ('members', 'board', 'topic')),
  held_on date not null,
  venue text,
  minutes text not null default '',
  decisions text[] not null default '{}',
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (province, id),
  foreign key (province, cycle_id) references month_cycle on delete cascade
);
create index meeting__club on meeting (province, club_id, held_on);

create table meeting_restricted (
  province text not null,
  meeting_id uuid not null,
  club_id uuid not null,
  text text not null,
  primary key (province, meeting_id),
  foreign key (province, meeting_id) references meeting on delete cascade
);
comment on table meeting_restricted is 'The part for the board. For others the row does not exist.';

create table meeting_attendance (
  province text not null,
  meeting_id uuid not null,
  member_id uuid not null,
  club_id uuid not null,
  primary key (province, meeting_id, member_id),
  foreign key (province, meeting_id) references meeting on delete cascade,
  foreign key (province, member_id) references member on delete cascade
);
