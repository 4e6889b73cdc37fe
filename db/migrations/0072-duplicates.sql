-- Finding the same company twice: how every record is compared, what each way in does about it, who looked whom up,
-- who asked to take over, what a scan of the whole base found, and what was merged.

create table duplicate_traits (
  org_id uuid not null,
  object text not null check (object in ('leads', 'accounts', 'contacts')),
  record_id uuid not null,
  -- the version of the record that was read
  version integer not null,
  -- not in the bin: only such records are grouped, all are found
  alive boolean not null,
  core text not null,
  traits jsonb not null,
  -- hashes under which it meets its likes (rules/grouping.ts)
  blocks integer[] not null,
  primary key (org_id, object, record_id)
);
create index duplicate_traits_blocks on duplicate_traits using gin (blocks) with (fastupdate = off);
create index duplicate_traits_core on duplicate_traits (org_id, core text_pattern_ops) where core <> '';
select yd_tenant_table('duplicate_traits');

-- One row per way in: its rules in order (fields AND, rules OR).
create table duplicate_rule_sets (
  org_id uuid not null,
  entry text not null check (entry in ('manual', 'import', 'api', 'form', 'call')),
  rules jsonb not null,
  version integer not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (org_id, entry)
);
select yd_tenant_table('duplicate_rule_sets');

create table duplicate_settings (
  org_id uuid primary key,
  -- fields of records out of reach that are shown whole: name, contact, phone, email
  shown text[] not null default '{}',
  alert_hits integer not null default 30 check (alert_hits > 0),
  version integer not null default 1
);
select yd_tenant_table('duplicate_settings');

-- Who looked whom up. Never changed.
create table duplicate_lookups (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  entry text not null,
  asked text not null,
  hits integer not null,
  -- hits outside his reach: these count for the alarm
  foreign_hits integer not null,
  foreign_records uuid[] not null,
  records uuid[] not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id)
);
create index duplicate_lookups_newest on duplicate_lookups (org_id, created_at desc, id desc);
create index duplicate_lookups_of on duplicate_lookups (org_id, user_id, created_at);
select yd_tenant_table('duplicate_lookups', 'select, insert');

create table duplicate_alarms (
  org_id uuid not null,
  user_id uuid not null,
  day date not null,
  hits integer not null,
  alarmed_at timestamptz,
  primary key (org_id, user_id, day)
);
select yd_tenant_table('duplicate_alarms');

create table takeovers (
  org_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  -- as the asker may know it
  title text not null,
  owner_id uuid not null,
  manager_id uuid,
  requester_id uuid not null,
  reason text not null,
  status text not null check (status in ('open', 'approved', 'rejected', 'withdrawn', 'lapsed')),
  -- the owner may answer until then; afterwards only his manager
  due_on date not null,
  escalated_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  note text,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, lead_id) references leads (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id),
  foreign key (org_id, requester_id) references users (org_id, id)
);
create unique index takeovers_one_open on takeovers (org_id, lead_id, requester_id) where status = 'open';
create index takeovers_newest on takeovers (org_id, created_at desc, id desc);
create index takeovers_due on takeovers (org_id, due_on) where status = 'open';
select yd_tenant_table('takeovers');

create table duplicate_scans (
  org_id uuid not null,
  id uuid not null,
  status text not null check (status in ('waiting', 'running', 'done', 'failed')),
  asked_by uuid,
  asked_at timestamptz not null,
  -- the base as it stood then
  as_of timestamptz,
  ended_at timestamptz,
  records integer,
  groups integer,
  primary key (org_id, id)
);
create index duplicate_scans_newest on duplicate_scans (org_id, asked_at desc);
select yd_tenant_table('duplicate_scans');

create table duplicate_groups (
  org_id uuid not null,
  id uuid not null,
  scan_id uuid not null,
  title text not null,
  size integer not null check (size >= 2),
  leads integer not null,
  accounts integer not null,
  reasons text[] not null,
  sureness numeric(4,3) not null,
  status text not null check (status in ('open', 'dismissed', 'merged')),
  -- hash of the members: a group that was dismissed stays so while nobody joins or leaves
  signature text not null,
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (org_id, id)
);
create index duplicate_groups_newest on duplicate_groups (org_id, status, sureness desc, id desc);
create unique index duplicate_groups_once on duplicate_groups (org_id, signature);
select yd_tenant_table('duplicate_groups');

create table duplicate_members (
  org_id uuid not null,
  group_id uuid not null,
  object text not null,
  record_id uuid not null,
  primary key (org_id, group_id, object, record_id),
  foreign key (org_id, group_id) references duplicate_groups (org_id, id)
);
create index duplicate_members_of on duplicate_members (org_id, record_id);
select yd_tenant_table('duplicate_members');

create table duplicate_merges (
  org_id uuid not null,
  id uuid not null,
  object text not null check (object in ('leads', 'accounts')),
  winner_id uuid not null,
  loser_ids uuid[] not null,
  title text not null,
  -- the winner before and after, the losers before, and what moved: all that undoing needs
  before jsonb not null,
  moved jsonb not null,
  undo_until timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (org_id, id)
);
create index duplicate_merges_newest on duplicate_merges (org_id, created_at desc, id desc);
create index duplicate_merges_of on duplicate_merges (org_id, winner_id);
select yd_tenant_table('duplicate_merges');
