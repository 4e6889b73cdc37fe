-- Who works here: teams, users, roles; and the few global tables that sign-in needs before it knows the organisation.

create table teams (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  parent_id uuid,
  leader_id uuid,
  -- ancestors from the top down to the team itself, so that a tree scope is one containment test
  path uuid[] not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, parent_id) references teams (org_id, id)
);
select yd_tenant_table('teams');

create table users (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  email text not null,
  phone text,
  title text,
  team_id uuid,
  locale text not null default 'zh-CN',
  theme text not null default 'system',
  status text not null default 'active' check (status in ('invited', 'active', 'disabled')),
  preferences jsonb not null default '{}',
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, email),
  foreign key (org_id, team_id) references teams (org_id, id)
);
create index users_team on users (org_id, team_id);
alter table teams add foreign key (org_id, leader_id) references users (org_id, id);
select yd_tenant_table('users');

create table roles (
  org_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  name_en text not null,
  permissions text[] not null,
  -- { leads: 'self' | 'team' | 'teamTree' | 'all' }
  scopes jsonb not null default '{}',
  -- { leads: { phone: 'hidden' | 'masked' | 'read' | 'edit' } }
  field_rights jsonb not null default '{}',
  built_in boolean not null default false,
  -- what the slices' presets gave at the last start: only what is new in them is added, edits stay
  preset_seen jsonb not null default '{"permissions":[],"scopes":{}}',
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, key)
);
select yd_tenant_table('roles');

create table user_roles (
  org_id uuid not null,
  user_id uuid not null,
  role_id uuid not null,
  primary key (org_id, user_id, role_id),
  foreign key (org_id, user_id) references users (org_id, id),
  foreign key (org_id, role_id) references roles (org_id, id)
);
create index user_roles_role on user_roles (org_id, role_id);
select yd_tenant_table('user_roles');

-- Global: sign-in starts with an e-mail and no organisation yet.
create table logins (
  email text primary key,
  org_id uuid not null,
  user_id uuid not null,
  password_hash text,
  must_change_password boolean not null default false,
  totp_secret text,
  totp_enabled_at timestamptz,
  -- the last accepted 30-second step: one code works once
  totp_last_step bigint,
  recovery_hashes text[] not null default '{}',
  disabled_at timestamptz,
  password_changed_at timestamptz,
  unique (org_id, user_id)
);
grant select, insert, update, delete on logins to yingdan_app;

create table login_failures (
  email text not null,
  ip text not null,
  kind text not null check (kind in ('password', 'code')),
  at timestamptz not null
);
create index login_failures_by_email on login_failures (email, at);
create index login_failures_by_ip on login_failures (ip, at);
grant select, insert, delete on login_failures to yingdan_app;

-- Addresses a person has signed in from: an attack from elsewhere never closes these.
create table login_places (
  email text not null,
  ip text not null,
  at timestamptz not null,
  primary key (email, ip)
);
grant select, insert, update, delete on login_places to yingdan_app;

create table sessions (
  token_hash bytea primary key,
  id uuid not null unique,
  org_id uuid not null,
  user_id uuid not null,
  -- set once the second step has been passed, or was not asked for
  ready boolean not null,
  code_failures integer not null default 0,
  ip text,
  agent text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_user on sessions (org_id, user_id);
create index sessions_expiry on sessions (expires_at);
grant select, insert, update, delete on sessions to yingdan_app;

create table api_keys (
  token_hash bytea primary key,
  id uuid not null unique,
  org_id uuid not null,
  user_id uuid not null,
  name text not null,
  prefix text not null,
  -- empty: everything its owner may do
  scopes text[] not null default '{}',
  created_at timestamptz not null,
  used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index api_keys_user on api_keys (org_id, user_id);
grant select, insert, update on api_keys to yingdan_app;

-- Single-use links: invitations and password resets. Only the hash is stored.
create table login_tokens (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('invite', 'reset')),
  org_id uuid not null,
  user_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index login_tokens_user on login_tokens (org_id, user_id);
grant select, insert, update, delete on login_tokens to yingdan_app;
