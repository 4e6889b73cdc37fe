-- Leads and the pools they wait in. A live lead is in exactly one place: with an owner or in a pool.

create table lead_pools (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  is_default boolean not null default false,
  -- everybody may see and claim; otherwise only the members listed below
  open_to_all boolean not null default true,
  daily_quota integer not null default 20 check (daily_quota >= 0),
  cooldown_days integer not null default 7 check (cooldown_days >= 0),
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id)
);
create unique index lead_pools_one_default on lead_pools (org_id) where is_default;
select yd_tenant_table('lead_pools');

create table lead_pool_members (
  org_id uuid not null,
  pool_id uuid not null,
  user_id uuid not null,
  primary key (org_id, pool_id, user_id),
  foreign key (org_id, pool_id) references lead_pools (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id)
);
select yd_tenant_table('lead_pool_members');

create table leads (
  org_id uuid not null,
  id uuid not null,
  company text not null,
  -- normal form of the name for finding duplicates (kernel/values/company-name.ts)
  company_key text not null,
  contact_name text,
  phone text,
  -- set when the phone is a mobile: one person, so unique among live leads
  mobile_key text,
  email text,
  title text,
  channel text not null,
  campaign text,
  region text,
  industry text,
  registered_capital numeric(18,2),
  staff_count integer,
  expected_amount numeric(18,2),
  currency char(3) not null,
  class text check (class in ('A', 'B', 'C', 'D')),
  note text,
  status text not null check (status in ('unassigned', 'pending', 'following', 'converted', 'invalid')),
  invalid_reason text,
  owner_id uuid,
  owner_since timestamptz,
  pool_id uuid,
  pool_since timestamptz,
  captured_at timestamptz not null,
  capture_method text not null,
  raw jsonb,
  first_response_at timestamptz,
  last_activity_at timestamptz,
  next_contact_at timestamptz,
  converted_at timestamptz,
  account_id uuid,
  contact_id uuid,
  opportunity_id uuid,
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id),
  foreign key (org_id, pool_id) references lead_pools (org_id, id),
  constraint leads_one_place check ((owner_id is null) <> (pool_id is null)),
  constraint leads_converted check ((status = 'converted') = (converted_at is not null))
);
create unique index leads_mobile on leads (org_id, mobile_key) where deleted_at is null and mobile_key is not null;
create index leads_newest on leads (org_id, created_at desc, id desc) where deleted_at is null;
create index leads_by_owner on leads (org_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index leads_by_pool on leads (org_id, pool_id, pool_since desc, id desc) where deleted_at is null and pool_id is not null;
create index leads_by_key on leads (org_id, company_key);
create index leads_by_email on leads (org_id, email) where email is not null;
create index leads_by_captured on leads (org_id, captured_at);
create index leads_company_grams on leads using gin (yd_grams(company));
select yd_tenant_table('leads');

-- Where a lead has been: a gap-free chain, the open row is where it is now.
create table lead_places (
  org_id uuid not null,
  lead_id uuid not null,
  seq integer not null,
  owner_id uuid,
  pool_id uuid,
  since timestamptz not null,
  until timestamptz,
  cause text not null,
  reason text,
  actor_id uuid,
  primary key (org_id, lead_id, seq),
  foreign key (org_id, lead_id) references leads (org_id, id),
  constraint lead_places_one_place check ((owner_id is null) <> (pool_id is null))
);
create index lead_places_claims on lead_places (org_id, owner_id, since) where cause = 'claimed';
create unique index lead_places_open on lead_places (org_id, lead_id) where until is null;
select yd_tenant_table('lead_places');

-- How many leads each person holds: the row is also the lock that keeps the cap under 50 parallel claims.
create table lead_holders (
  org_id uuid not null,
  user_id uuid not null,
  held integer not null default 0 check (held >= 0),
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references users (org_id, id)
);
select yd_tenant_table('lead_holders');

create table lead_policies (
  org_id uuid primary key,
  private_cap integer not null default 50 check (private_cap >= 0),
  follow_up_days integer not null default 7 check (follow_up_days > 0)
);
select yd_tenant_table('lead_policies');
