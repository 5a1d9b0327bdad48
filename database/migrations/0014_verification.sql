-- Verification of a case, requests addressed to the police or the border guard, and rounds in which bodies compare their
-- lists. What happened in a case stands in its entries; here is what another body must see rows of.

create table verification (
  province text not null,
  id uuid not null,
  case_id uuid not null,
  organisation_id uuid not null references organisation on delete restrict,
  lead_organisation_id uuid not null references organisation on delete restrict,
  case_code text not null,
  state text not null default 'received'
    check (state in ('received', 'health_notified', 'initial', 'verifying', 'concluded', 'closed')),
  started_at timestamptz not null,
  notified_at timestamptz,
  closed_at timestamptz,
  primary key (province, id),
  foreign key (province, case_id) references case_file on delete cascade
);
create unique index verification__once on verification (province, case_id) where closed_at is null;
create index verification__case on verification (province, case_id);
create index verification__lead on verification (lead_organisation_id, started_at desc);
create index verification__organisation on verification (organisation_id, started_at desc);
comment on table verification is 'Under whose lead a case is verified, for that body''s clocks: a code and days, nobody''s name. The legal status is not here.';

create table verification_request (
  province text not null,
  id uuid not null,
  case_id uuid not null,
  case_code text not null,
  from_organisation_id uuid not null references organisation on delete restrict,
  to_organisation_id uuid not null references organisation on delete restrict,
  purpose text not null check (purpose in ('information', 'origin', 'decision')),
  fields text[] not null,
  shared bytea not null,
  state text not null default 'sent' check (state in ('sent', 'opened', 'answered', 'declined', 'withdrawn')),
  sent_at timestamptz not null default now(),
  sent_by uuid,
  due_at timestamptz,
  expires_at timestamptz not null,
  openings smallint not null default 0,
  openings_allowed smallint not null check (openings_allowed between 1 and 100),
  opened_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  answer text,
  answer_sealed bytea,
  decline_reason text,
  outcome text check (outcome in ('victim', 'not_victim', 'not_enough_grounds')),
  paper_kind text,
  issuer text,
  decided_on date,
  primary key (province, id),
  check (openings <= openings_allowed),
  foreign key (province, case_id) references case_file on delete cascade
);
create index verification_request__case on verification_request (province, case_id, sent_at desc);
create index verification_request__to on verification_request (to_organisation_id, sent_at desc);
create index verification_request__open on verification_request (from_organisation_id) where state in ('sent', 'opened');
create index verification_request__id on verification_request (id);
comment on column verification_request.shared is 'T2: the words of these fields and no other, sealed under the case''s key; opens for the liaison addressed, counted, until it runs out.';
comment on column verification_request.outcome is 'What the deciding body answered. The legal status moves when the case manager takes the decision into the case.';

create table reconciliation_round (
  province text not null,
  id uuid not null,
  organisation_id uuid not null references organisation on delete restrict,
  period_from date not null,
  period_to date not null,
  opened_at timestamptz not null default now(),
  opened_by uuid,
  compared_at timestamptz,
  people integer,
  agreed integer,
  closed_at timestamptz,
  primary key (province, id),
  check (period_from <= period_to)
);
create index reconciliation_round__organisation on reconciliation_round (organisation_id, opened_at desc);
create index reconciliation_round__id on reconciliation_round (id);

create table reconciliation_party (
  province text not null,
  round_id uuid not null,
  organisation_id uuid not null references organisation on delete restrict,
  side text not null check (side in ('law', 'social')),
  submitted_at timestamptz,
  submitted_by uuid,
  lines smallint,
  primary key (province, round_id, organisation_id),
  foreign key (province, round_id) references reconciliation_round on delete cascade
);
create index reconciliation_party__organisation on reconciliation_party (organisation_id);

create table reconciliation_item (
  province text not null,
  round_id uuid not null,
  organisation_id uuid not null,
  line smallint not null check (line between 1 and 500),
  token bytea not null,
  status text not null,
  supported boolean not null,
  primary key (province, round_id, organisation_id, line),
  unique (province, round_id, organisation_id, token),
  foreign key (province, round_id, organisation_id) references reconciliation_party on delete cascade
);
comment on column reconciliation_item.token is 'A keyed hash of the code, with a key of this round alone. The code itself is kept nowhere.';

create table reconciliation_difference (
  province text not null,
  id uuid not null,
  round_id uuid not null,
  kind text not null check (kind in ('only_law', 'only_social', 'status_differs', 'no_support')),
  lines jsonb not null,
  owner_organisation_id uuid not null references organisation on delete restrict,
  due_on date,
  resolution text,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (province, id),
  foreign key (province, round_id) references reconciliation_round on delete cascade
);
create index reconciliation_difference__round on reconciliation_difference (province, round_id);
create index reconciliation_difference__owner on reconciliation_difference (owner_organisation_id) where resolved_at is null;
comment on column reconciliation_difference.lines is 'For each body the number of the line in its own list; each knows by it whom the difference is about.';
