-- Opportunities, the stages they go through, the whole history of their moves, and sums per owner and stage kept exact.

create table opportunity_stages (
  org_id uuid not null,
  key text not null,
  name_zh text not null,
  name_en text not null,
  -- percent, the default for deals that enter the stage
  win_rate numeric(5,2) not null check (win_rate between 0 and 100),
  kind text not null check (kind in ('open', 'won', 'lost', 'invalid')),
  position integer not null,
  primary key (org_id, key)
);
select yd_tenant_table('opportunity_stages');

create table opportunities (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  account_id uuid not null,
  contact_id uuid,
  amount numeric(18,2) not null check (amount >= 0),
  currency char(3) not null,
  expected_close_on date,
  stage text not null,
  status text not null check (status in ('open', 'won', 'lost', 'invalid')),
  win_rate numeric(5,2) not null check (win_rate between 0 and 100),
  stage_since timestamptz not null,
  -- number of the last row in opportunity_moves
  stage_seq integer not null default 1,
  -- how often the expected close moved to a later month
  postponed integer not null default 0,
  owner_id uuid not null,
  channel text,
  lead_id uuid,
  lost_reason text,
  competitor text,
  note text,
  last_activity_at timestamptz,
  next_contact_at timestamptz,
  closed_at timestamptz,
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, account_id) references accounts (org_id, id),
  foreign key (org_id, contact_id) references contacts (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id),
  constraint opportunities_closed check ((status = 'open') = (closed_at is null))
);
create index opportunities_newest on opportunities (org_id, created_at desc, id desc) where deleted_at is null;
create index opportunities_by_owner on opportunities (org_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index opportunities_board on opportunities (org_id, stage, expected_close_on, id) where deleted_at is null;
create index opportunities_own_board on opportunities (org_id, owner_id, stage, expected_close_on, id) where deleted_at is null;
create index opportunities_closed_on on opportunities (org_id, stage, closed_at desc, id desc) where deleted_at is null and closed_at is not null;
create index opportunities_by_account on opportunities (org_id, account_id);
create index opportunities_by_contact on opportunities (org_id, contact_id) where contact_id is not null;
create index opportunities_name_grams on opportunities using gin (yd_grams(name));
select yd_tenant_table('opportunities');

-- Every move of every deal: seq is gap-free, from_stage is the to_stage before, the last to_stage is where the deal is.
create table opportunity_moves (
  org_id uuid not null,
  opportunity_id uuid not null,
  seq integer not null,
  from_stage text,
  to_stage text not null,
  direction text not null check (direction in ('created', 'forward', 'backward', 'won', 'lost', 'invalid', 'reopened')),
  -- stages jumped over on the way forward
  skipped integer not null default 0,
  at timestamptz not null,
  actor_id uuid,
  amount numeric(18,2) not null,
  win_rate numeric(5,2) not null,
  days_in_stage integer not null default 0 check (days_in_stage >= 0),
  reason text,
  primary key (org_id, opportunity_id, seq),
  foreign key (org_id, opportunity_id) references opportunities (org_id, id)
);
create index opportunity_moves_at on opportunity_moves (org_id, at);
select yd_tenant_table('opportunity_moves', 'select, insert');

-- Live deals per owner and stage, changed in the same transaction as the deals: a board of 300,000 deals adds up a few rows.
create table opportunity_totals (
  org_id uuid not null,
  owner_id uuid not null,
  stage text not null,
  count bigint not null,
  amount numeric(18,2) not null,
  weighted numeric(18,2) not null,
  primary key (org_id, owner_id, stage)
);
select yd_tenant_table('opportunity_totals');
