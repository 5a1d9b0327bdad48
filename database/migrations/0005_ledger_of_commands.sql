-- What was done, once, and by whom: ids and field groups, never values.

create table command_log (
  province text not null,
  account_id uuid not null,
  id uuid not null,
  name text not null,
  args_hash bytea not null,
  device_time timestamptz not null,
  received_at timestamptz not null default now(),
  answer jsonb not null,
  primary key (province, account_id, id)
);
comment on table command_log is 'One row a command: a retry finds its first answer here.';

create table audit_event (
  province text not null,
  id uuid not null,
  at timestamptz not null default now(),
  account_id uuid,
  action text not null,
  club_id uuid,
  subject_kind text,
  subject_id uuid,
  fields text[] not null default '{}',
  reason text,
  command_id uuid,
  primary key (province, id)
);
create index audit_event__club on audit_event (province, club_id, at);
comment on table audit_event is 'Who did what to what and why. Written in the transaction of the change; nobody alters it.';
