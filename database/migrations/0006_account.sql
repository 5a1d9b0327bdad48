-- Ways to sign in beside a password, invitations, and what a person sees of her own devices.

alter table account add column created_by uuid references account on delete set null;
alter table account add column security_stamp integer not null default 0;
comment on column account.security_stamp is 'Counts changes of the ways to sign in; a device that knows an older one asks again.';

alter table account add column password_needs_code boolean not null default false;
comment on column account.password_needs_code is 'True when the password is too short to stand alone: the authenticator may not go while it is there.';

alter table sign_in add column id uuid not null default gen_random_uuid();
alter table sign_in add constraint sign_in__id unique (id);
alter table sign_in add column method text not null default 'password' check (method in ('password', 'password_and_code', 'passkey', 'invitation'));
alter table sign_in add column device text;
alter table sign_in add column stepped_up_at timestamptz;
comment on column sign_in.device is 'Browser and system in two words (''Chrome · Android''), for the list of her own devices; never the whole user agent.';
comment on column sign_in.stepped_up_at is 'When she last proved on this device that it is she: an identity opens only within minutes of it.';

alter table sign_in_failure add column address_hash bytea;
alter table sign_in_failure add column wrong_code boolean not null default false;
create index sign_in_failure__address on sign_in_failure (address_hash, at);

create table passkey (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  credential_id bytea not null unique,
  public_key bytea not null,
  sign_count bigint not null default 0,
  transports text[] not null default '{}',
  backed_up boolean not null default false,
  name text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey__account on passkey (account_id);
comment on table passkey is 'A public key of hers. What opens it never leaves her phone.';

create table authenticator (
  account_id uuid primary key references account on delete cascade,
  sealed bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);
comment on table authenticator is 'The shared secret of the six-digit codes (RFC 6238), sealed by the vault; a step once used is not taken again.';

create table invitation (
  id uuid primary key,
  token_hash bytea not null unique,
  kind text not null check (kind in ('new', 'return')),
  province text not null,
  account_id uuid references account on delete cascade,
  display_name text not null,
  role text,
  organisation_id uuid references organisation on delete cascade,
  club_id uuid references club (id) on delete cascade,
  invited_by uuid references account on delete set null,
  approval_id uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  cancelled_at timestamptz,
  check (organisation_id is null or club_id is null)
);
create index invitation__inviter on invitation (invited_by);
create index invitation__club on invitation (club_id) where club_id is not null;
create index invitation__organisation on invitation (organisation_id) where organisation_id is not null;
create index invitation__account on invitation (account_id) where account_id is not null;
comment on table invitation is 'A way in, once: ''new'' makes an account with one role, ''return'' lets an account that lost its ways in make new ones. Only the hash of the link is kept.';

create table challenge (
  hash bytea primary key,
  purpose text not null check (purpose in ('sign_in', 'step_up', 'add_passkey')),
  account_id uuid references account on delete cascade,
  invitation_id uuid references invitation on delete cascade,
  expires_at timestamptz not null
);
create index challenge__account on challenge (account_id);
create index challenge__invitation on challenge (invitation_id);
create index challenge__expires on challenge (expires_at);
comment on table challenge is 'A WebAuthn challenge under way; taken once.';

create table known_device (
  token_hash bytea primary key,
  account_id uuid not null references account on delete cascade,
  failures smallint not null default 0,
  last_used_at timestamptz not null default now()
);
create index known_device__account on known_device (account_id);
comment on table known_device is 'A browser on which she has signed in: others'' guessing does not slow her there. It opens nothing by itself.';
