-- «Đưa tới UBND ngay»: somebody of a club's register whom the club takes to the commune at once, and what the provincial
-- health body is told of it.

create table escort (
  province text not null,
  id uuid not null,
  club_id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  office text not null check (office in ('commune', 'police', 'border_guard', 'coast_guard', 'other')),
  left_at timestamptz not null,
  arrived_at timestamptz,
  received_at timestamptz,
  companion_sealed bytea,
  officer_sealed bytea,
  device_time timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references account on delete set null,
  primary key (province, id),
  foreign key (province, club_id) references club on delete restrict,
  foreign key (province, person_id) references person on delete restrict,
  foreign key (province, case_id) references case_file on delete cascade
);
create index escort__person on escort (province, person_id);
create index escort__case on escort (province, case_id);
comment on table escort is 'One way to the commune with its time stamps. The club sees when; who went along and who received her are sealed under the case''s key.';
comment on column escort.companion_sealed is 'Who goes along and to which office (words), opened by the case''s team.';
comment on column escort.officer_sealed is 'The title of the officer who received her (words), opened by the case''s team.';

create table health_notice (
  province text not null,
  id uuid not null,
  case_id uuid not null,
  organisation_id uuid not null references organisation on delete restrict,
  code text not null,
  told_at timestamptz not null,
  told_by uuid references account on delete set null,
  seen_at timestamptz,
  seen_by uuid references account on delete set null,
  primary key (province, id),
  unique (province, case_id, organisation_id),
  foreign key (province, case_id) references case_file on delete cascade
);
create index health_notice__organisation on health_notice (organisation_id, told_at desc);
comment on table health_notice is 'The provincial health body is told at once that somebody reports (Law 53/2024/QH15, Art. 27): a code and a time, and nothing of her.';
