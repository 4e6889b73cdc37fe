-- Who gets a lead: the ordered rules, whose turn it is, what was decided and why, and the clock of the first response.

create table assignment_rules (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  position integer not null,
  enabled boolean not null default true,
  -- the ways in it listens to; null means all of them
  ways_in text[],
  condition jsonb,
  method text not null check (method in ('user', 'rotation', 'weighted', 'leastLoad', 'table', 'pool')),
  -- the field a table goes by, and the values of each of its lines
  table_field text,
  table_rows jsonb,
  -- where its leads go when nobody takes them; null: the default pool
  pool_id uuid,
  when_nobody text not null default 'wait' check (when_nobody in ('wait', 'next', 'pool')),
  -- how many leads it has dealt: the row is also the lock under which turns are taken
  turn bigint not null default 0,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, pool_id) references lead_pools (org_id, id)
);
create index assignment_rules_in_order on assignment_rules (org_id, position, id);
select yd_tenant_table('assignment_rules');

create table assignment_members (
  org_id uuid not null,
  rule_id uuid not null,
  -- the line of a table; 0 where there is no table
  row_no integer not null default 0,
  user_id uuid not null,
  position integer not null,
  weight integer not null default 1 check (weight between 1 and 100),
  -- the rule's turn at which he was last served; 0: never
  turn bigint not null default 0,
  -- what smooth weighted rotation still owes him (above zero) or has given in advance
  credit integer not null default 0,
  primary key (org_id, rule_id, row_no, user_id),
  foreign key (org_id, rule_id) references assignment_rules (org_id, id) on delete cascade,
  foreign key (org_id, user_id) references users (org_id, id)
);
create index assignment_members_of on assignment_members (org_id, user_id);
select yd_tenant_table('assignment_members');

create table assignment_settings (
  org_id uuid primary key,
  settings jsonb not null,
  version integer not null default 1
);
select yd_tenant_table('assignment_settings');

-- Away from work, whole days, both ends included.
create table leaves (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  from_on date not null,
  to_on date not null,
  note text,
  created_at timestamptz not null,
  created_by uuid,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id),
  constraint leaves_forward check (to_on >= from_on)
);
create index leaves_of on leaves (org_id, user_id, to_on);
create index leaves_by_day on leaves (org_id, to_on);
select yd_tenant_table('leaves');

-- Somebody's own hours, where they differ from the organisation's.
create table work_hours (
  org_id uuid not null,
  user_id uuid not null,
  hours jsonb not null,
  version integer not null default 1,
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references users (org_id, id)
);
select yd_tenant_table('work_hours');

-- Every change of hands, with the reason at the time. Never changed: the row has the id of the fact it tells of.
create table assignments (
  org_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  at timestamptz not null,
  cause text not null,
  from_owner_id uuid,
  to_owner_id uuid,
  to_pool_id uuid,
  rule_id uuid,
  rule_name text,
  reason text,
  why jsonb,
  actor_id uuid,
  primary key (org_id, id),
  foreign key (org_id, lead_id) references leads (org_id, id)
);
create index assignments_of_lead on assignments (org_id, lead_id, at desc, id desc);
create index assignments_by_rule on assignments (org_id, rule_id, at desc) where rule_id is not null;
select yd_tenant_table('assignments', 'select, insert');

-- Leads that nobody could take yet: dealt as soon as somebody of the rule can.
create table waiting_leads (
  org_id uuid not null,
  lead_id uuid not null,
  rule_id uuid not null,
  since timestamptz not null,
  primary key (org_id, lead_id),
  foreign key (org_id, lead_id) references leads (org_id, id),
  foreign key (org_id, rule_id) references assignment_rules (org_id, id) on delete cascade
);
create index waiting_leads_in_order on waiting_leads (org_id, rule_id, since, lead_id);
select yd_tenant_table('waiting_leads');

-- The clock of the first response: one row for each time a person gets a lead. Due moments are counted when it starts.
create table response_timers (
  org_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  owner_id uuid not null,
  channel text not null,
  policy text not null,
  minutes integer not null check (minutes > 0),
  at_last text not null check (at_last in ('rule', 'pool', 'nothing')),
  started_at timestamptz not null,
  due_at timestamptz not null,
  escalate_at timestamptz not null,
  reassign_at timestamptz not null,
  -- what comes next and when; null: nothing more
  next_at timestamptz,
  breached_at timestamptz,
  escalated_at timestamptz,
  reassigned_at timestamptz,
  responded_at timestamptz,
  -- when the response was written down: it may have happened before
  logged_at timestamptz,
  -- ended without a response: the lead went elsewhere, was converted, is invalid or gone
  closed_at timestamptz,
  outcome text check (outcome in ('responded', 'moved', 'closed')),
  primary key (org_id, id),
  foreign key (org_id, lead_id) references leads (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id),
  constraint response_timers_ended check ((closed_at is null) = (outcome is null)),
  constraint response_timers_responded check ((outcome = 'responded') = (responded_at is not null))
);
create unique index response_timers_running on response_timers (org_id, lead_id) where closed_at is null;
create index response_timers_next on response_timers (org_id, next_at) where next_at is not null;
create index response_timers_newest on response_timers (org_id, started_at desc, id desc);
create index response_timers_by_owner on response_timers (org_id, owner_id, started_at desc, id desc);
create index response_timers_of_lead on response_timers (org_id, lead_id, started_at desc);
select yd_tenant_table('response_timers');

-- Whose lead was it before: the same address domain as a lead that somebody holds.
create index leads_held_by_domain on leads (org_id, lower(split_part(email, '@', 2)))
  where owner_id is not null and deleted_at is null and email is not null;
create index contacts_by_domain on contacts (org_id, lower(split_part(email, '@', 2)))
  where deleted_at is null and email is not null;
