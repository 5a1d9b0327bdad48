-- What one agency asks another to find out where a person comes from. Only the clues that were chosen travel, without name
-- or code; everything else of needs, plans, services, papers and protection stands in the entries of the case.

create table tracing_request (
  province text not null,
  id uuid not null,
  case_id uuid not null,
  from_organisation_id uuid not null references organisation on delete restrict,
  to_organisation_id uuid not null references organisation on delete restrict,
  kinds text[] not null,
  sent bytea not null,
  state text not null default 'sent' check (state in ('sent', 'answered', 'withdrawn')),
  sent_at timestamptz not null default now(),
  sent_by uuid,
  answer text check (answer in ('found', 'perhaps', 'not_here')),
  answer_sealed bytea,
  answered_at timestamptz,
  answered_by uuid,
  primary key (province, id),
  check ((state = 'answered') = (answer is not null)),
  foreign key (province, case_id) references case_file on delete cascade
);
create index tracing_request__case on tracing_request (province, case_id, sent_at desc);
create index tracing_request__to on tracing_request (to_organisation_id, sent_at desc);
create index tracing_request__from on tracing_request (from_organisation_id);
create index tracing_request__id on tracing_request (id);
comment on column tracing_request.sent is 'T2: the words of the chosen clues, sealed under the case''s key; opens for the team and for whoever answers at the body asked, until it is withdrawn.';
comment on column tracing_request.kinds is 'What kinds of clues were sent: a market, a river. Never what they say.';
