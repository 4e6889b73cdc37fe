-- Many pools with members, admins and rules of their own; caps by person, role and team; returns, conversions and
-- nurturing as the lead itself remembers them.

alter table lead_pools
  -- 'claim': members see and claim; 'assign': only its admins see it and deal its leads out
  add column mode text not null default 'claim' check (mode in ('claim', 'assign')),
  add column active boolean not null default true,
  -- keys of fields that members see as hidden while the lead is here
  add column hidden_fields text[] not null default '{}',
  -- in force instead of the days when set
  add column cooldown_hours integer check (cooldown_hours >= 0),
  -- a new arrival is nobody's for so long
  add column protect_hours integer not null default 0 check (protect_hours >= 0),
  -- { days: [1..7], from: 'HH:MM', to: 'HH:MM' }; null: any time
  add column claim_window jsonb,
  -- whose details one person may open a day; null: any number
  add column view_quota integer check (view_quota >= 0),
  -- how many open leads out of this pool one person may hold; null: his cap alone
  add column retention integer check (retention >= 0);

-- Who is in a pool and who runs it.
create table lead_pool_scopes (
  org_id uuid not null,
  pool_id uuid not null,
  kind text not null check (kind in ('user', 'role', 'team')),
  ref_id uuid not null,
  is_admin boolean not null default false,
  primary key (org_id, pool_id, kind, ref_id, is_admin),
  foreign key (org_id, pool_id) references lead_pools (org_id, id)
);
create index lead_pool_scopes_of on lead_pool_scopes (org_id, kind, ref_id);
select yd_tenant_table('lead_pool_scopes');
insert into lead_pool_scopes (org_id, pool_id, kind, ref_id) select org_id, pool_id, 'user', user_id from lead_pool_members;

-- Whose details somebody opened on which day, in pools that limit it.
create table lead_views (
  org_id uuid not null,
  user_id uuid not null,
  seen_on date not null,
  lead_id uuid not null,
  pool_id uuid not null,
  primary key (org_id, user_id, seen_on, lead_id),
  foreign key (org_id, user_id) references users (org_id, id),
  foreign key (org_id, lead_id) references leads (org_id, id)
);
select yd_tenant_table('lead_views');

-- How many leads a person may hold where it is not the standard number.
create table lead_caps (
  org_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('user', 'role', 'team')),
  ref_id uuid not null,
  cap integer not null check (cap >= 0),
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, kind, ref_id)
);
select yd_tenant_table('lead_caps');

alter table lead_policies
  add column exclude_converted boolean not null default true,
  add column exclude_invalid boolean not null default true,
  add column exclude_dealt boolean not null default true,
  add column version integer not null default 1;

alter table lead_places
  add column note text,
  -- who had it before, and the pool it was taken from
  add column previous_owner_id uuid,
  add column from_pool_id uuid,
  add column rule_id uuid,
  -- the limits in force at that moment: { held, cap, claims, quota, freeFrom, bypassed }
  add column terms jsonb;
update lead_places p set from_pool_id = b.pool_id, previous_owner_id = b.owner_id
  from lead_places b where b.org_id = p.org_id and b.lead_id = p.lead_id and b.seq = p.seq - 1;

alter table leads
  add column if not exists last_effective_at timestamptz,
  -- the pool it was in last: it counts towards that pool's retention, and goes back there
  add column from_pool_id uuid,
  add column previous_owner_id uuid,
  add column return_reason text,
  add column return_note text,
  add column returned_by uuid,
  add column returned_at timestamptz,
  add column times_returned integer not null default 0,
  -- not ready yet: touched every so many days until something happens (培育)
  add column nurture_days integer check (nurture_days > 0),
  add column nurture_since timestamptz,
  add column nurture_note text;
update leads l set from_pool_id = p.from_pool_id
  from lead_places p where p.org_id = l.org_id and p.lead_id = l.id and p.until is null and p.from_pool_id is not null;
update leads set last_effective_at = last_activity_at where last_activity_at is not null;

create index leads_nurtured on leads (org_id, owner_id, next_contact_at)
  where nurture_since is not null and deleted_at is null;

-- What a conversion made, for the record and for the way back.
create table lead_conversions (
  org_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  account_id uuid not null,
  contact_id uuid,
  opportunity_id uuid,
  account_made boolean not null,
  contact_made boolean not null,
  status_before text not null,
  at timestamptz not null,
  by_id uuid,
  undone_at timestamptz,
  undone_by uuid,
  primary key (org_id, id),
  foreign key (org_id, lead_id) references leads (org_id, id)
);
create unique index lead_conversions_standing on lead_conversions (org_id, lead_id) where undone_at is null;
select yd_tenant_table('lead_conversions');
