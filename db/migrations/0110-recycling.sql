-- The clock of every held lead (回收): by which rule, how many days, and the day on which it goes back to a pool.

alter table leads
  -- the last follow-up that counts: kept by the reaction to activities
  add column if not exists last_effective_at timestamptz,
  add column recycle_rule_id uuid,
  add column recycle_by text check (recycle_by in ('notFollowed', 'notConverted')),
  add column recycle_days integer check (recycle_days >= 0),
  add column recycle_zone text,
  -- where it would go: the pool it came from, or the nearest one
  add column recycle_pool_id uuid,
  -- after a pause: the day before which it stays, whatever the clock says
  add column recycle_not_before date,
  -- while recycling is off: the days that were left
  add column recycle_left integer,
  -- the version of the rules by which the lead was looked at last
  add column recycle_seen integer,
  add column protected_until date,
  add column protected_at timestamptz,
  -- whose protection it is: with the next owner it is none
  add column protected_owner_id uuid,
  add column protected_by uuid,
  add column protect_renewals integer not null default 0;

-- Derived by the database itself, so that no way of changing an owner and no follow-up can forget it.
alter table leads
  add column recycle_due_on date generated always as (
    case when owner_id is not null and deleted_at is null and status in ('pending', 'following') then greatest(
      (greatest(owner_since, case when recycle_by = 'notFollowed' then last_effective_at end) at time zone recycle_zone)::date
        + recycle_days + 1,
      case when recycle_days is not null then recycle_not_before end) end) stored;
create index leads_by_recycle_due on leads (org_id, recycle_due_on, owner_id) where recycle_due_on is not null;
create index leads_protected on leads (org_id, protected_owner_id) where protected_until is not null;

alter table lead_policies
  add column protected_at_most integer not null default 5 check (protected_at_most >= 0),
  add column protect_days integer not null default 90 check (protect_days > 0),
  add column protect_renewals integer not null default 2 check (protect_renewals >= 0);

create table recycle_policies (
  org_id uuid primary key,
  enabled boolean not null default false,
  -- the rules in force, and those being written
  live jsonb,
  draft jsonb not null,
  version integer not null default 1,
  -- the version that every held lead has been looked at by
  clocked integer not null default 0,
  -- since when it has been off after having been on
  paused_on date,
  -- the first night in which anything may move
  first_night date,
  changed_at timestamptz,
  changed_by uuid
);
select yd_tenant_table('recycle_policies');

-- Who has seen what which rules would do: nobody switches on what he has not seen.
create table recycle_simulations (
  org_id uuid not null,
  id uuid not null,
  fingerprint text not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (org_id, id)
);
create index recycle_simulations_seen on recycle_simulations (org_id, fingerprint, created_at);
select yd_tenant_table('recycle_simulations');

create table recycle_runs (
  org_id uuid not null,
  id uuid not null,
  night date not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  -- held leads with a clock when the night began
  examined integer not null,
  primary key (org_id, id),
  unique (org_id, night)
);
select yd_tenant_table('recycle_runs');

create table recycle_run_leads (
  org_id uuid not null,
  run_id uuid not null,
  lead_id uuid not null,
  owner_id uuid not null,
  rule_id uuid,
  pool_id uuid,
  due_on date not null,
  outcome text not null check (outcome in ('planned', 'recycled', 'skipped', 'failed')),
  reason text,
  decided_at timestamptz not null,
  primary key (org_id, run_id, lead_id),
  foreign key (org_id, run_id) references recycle_runs (org_id, id)
);
create index recycle_run_leads_open on recycle_run_leads (org_id, run_id, owner_id, lead_id) where outcome = 'planned';
create index recycle_run_leads_outcome on recycle_run_leads (org_id, run_id, outcome, lead_id);
select yd_tenant_table('recycle_run_leads');

-- One warning per person and day; what was crossed since the last one is in it.
create table recycle_digests (
  org_id uuid not null,
  user_id uuid not null,
  day date not null,
  leads integer not null,
  created_at timestamptz not null,
  primary key (org_id, user_id, day),
  foreign key (org_id, user_id) references users (org_id, id)
);
select yd_tenant_table('recycle_digests');
