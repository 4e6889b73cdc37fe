-- What brings leads and what it costs: campaigns, costs by month, and which channel has which share in what came of a lead.

create table campaigns (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  -- as it stands in utm_campaign
  code text,
  channel text not null,
  status text not null default 'planned' check (status in ('planned', 'running', 'ended', 'cancelled')),
  starts_on date,
  ends_on date,
  budget numeric(18,2) check (budget >= 0),
  note text,
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  constraint campaigns_period check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index campaigns_newest on campaigns (org_id, created_at desc, id desc) where deleted_at is null;
select yd_tenant_table('campaigns');

-- How names of campaigns are compared: forms, files and addresses write them as they like.
create function yd_campaign_key(input text) returns text language sql immutable strict parallel safe as $$
  select nullif(lower(btrim(regexp_replace(normalize(input, nfkc), '\s+', ' ', 'g'))), '')
$$;

-- Every name a campaign goes by: today's, its code, and the names it had. A lead carries one of them.
create table campaign_names (
  org_id uuid not null,
  name_key text not null,
  campaign_id uuid not null,
  primary key (org_id, name_key),
  foreign key (org_id, campaign_id) references campaigns (org_id, id)
);
create index campaign_names_of on campaign_names (org_id, campaign_id);
select yd_tenant_table('campaign_names');

create table channel_costs (
  org_id uuid not null,
  id uuid not null,
  channel text not null,
  -- null: the channel as a whole
  campaign_id uuid,
  -- its first day
  month date not null check (extract(day from month) = 1),
  amount numeric(18,2) not null check (amount >= 0),
  note text,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, campaign_id) references campaigns (org_id, id)
);
-- one cost per channel, campaign and month; of two people who enter it at once, one enters and one changes
create unique index channel_costs_once on channel_costs (org_id, channel, campaign_id, month) nulls not distinct;
create index channel_costs_newest on channel_costs (org_id, month desc, id desc);
create index channel_costs_of on channel_costs (org_id, campaign_id) where campaign_id is not null;
select yd_tenant_table('channel_costs');

-- The part of a whole number that falls to place `at` of `places`: the parts always add up to the whole. Money is split in
-- cents, a lead in hundredths.
create function yd_part(whole numeric, at bigint, places bigint) returns numeric language sql immutable parallel safe as $$
  select div(whole * at, places) - div(whole * (at - 1), places)
$$;

-- Leads by what brought them: a row per touch, with its share of the lead under each way of attribution. The touches of a
-- live lead are its own beginning, that of each lead merged into it, and whatever came later; a touch at the very moment of a
-- beginning is that beginning. Most leads met us once and are their own only touch: nothing is looked up for those.
create view channel_touches with (security_invoker = true) as
select t.org_id, t.id, t.lead_id, t.company, t.owner_id, t.status, t.captured_at, t.converted_at, t.first_response_at,
  t.last_activity_at, t.at, t.channel, t.campaign, n.campaign_id, t.position, t.points,
  case when t.position = 1 then 1.00 else 0 end as first_share,
  case when t.position = t.points then 1.00 else 0 end as last_share,
  round(yd_part(100, t.position, t.points) / 100, 2) as linear_share,
  t.created_at, t.version
from (
  select l.org_id, l.id, l.id as lead_id, l.company, l.owner_id, l.status, l.captured_at, l.converted_at, l.first_response_at,
    l.last_activity_at, l.captured_at as at, l.channel, l.campaign, 1::bigint as position, 1::bigint as points, l.created_at, l.version
  from leads l
  where l.deleted_at is null
    and not exists (select from leads m where m.org_id = l.org_id and m.merged_into = l.id)
    and not exists (select from lead_touches x where x.org_id = l.org_id and x.lead_id = l.id and x.at <> l.captured_at)
  union all
  select l.org_id, p.id, l.id, l.company, l.owner_id, l.status, l.captured_at, l.converted_at, l.first_response_at,
    l.last_activity_at, p.at, p.channel, p.campaign, p.position, p.points, l.created_at, l.version
  from leads l
  cross join lateral (
    select m.id, m.at, m.channel, m.campaign, row_number() over (order by m.at, m.id) as position, count(*) over () as points
    from (
      select l.id, l.captured_at as at, l.channel, l.campaign
      union all
      select b.id, b.captured_at, b.channel, b.campaign from leads b where b.org_id = l.org_id and b.merged_into = l.id
      union all
      select x.id, x.at, x.channel, x.campaign from lead_touches x
      where x.org_id = l.org_id
        and x.lead_id in (select l.id union all select b.id from leads b where b.org_id = l.org_id and b.merged_into = l.id)
        and x.at <> l.captured_at
        and not exists (select from leads c where c.org_id = l.org_id and c.merged_into = l.id and c.captured_at = x.at)
    ) as m
  ) as p
  where l.deleted_at is null
    and (exists (select from leads m where m.org_id = l.org_id and m.merged_into = l.id)
      or exists (select from lead_touches x where x.org_id = l.org_id and x.lead_id = l.id and x.at <> l.captured_at))
) as t
left join campaign_names n on n.org_id = t.org_id and n.name_key = yd_campaign_key(t.campaign);
grant select on channel_touches to yingdan_app;

-- What came of leads: deals, contracts in force and money used for them. A deal belongs to the lead it names, else to the
-- first lead that became its customer; a contract to the lead of its deal, else in the same way. A lead that was merged
-- stands for the lead it was merged into.
create view channel_outcomes with (security_invoker = true) as
select o.org_id, 'opportunity' as kind, o.id, o.name as title, o.account_id, o.owner_id, o.amount, o.currency,
  (o.created_at at time zone z.zone)::date as happened_on, o.created_at, coalesce(l.merged_into, l.id) as lead_id
from opportunities o
join orgs z on z.id = o.org_id
join leads l on l.org_id = o.org_id and l.captured_at <= o.created_at and l.id = coalesce(o.lead_id,
  (select f.id from leads f where f.org_id = o.org_id and f.account_id = o.account_id and f.converted_at is not null
    and (f.deleted_at is null or f.merged_into is not null) order by f.converted_at, f.id limit 1))
where o.deleted_at is null and o.status <> 'invalid'
union all
select s.org_id, s.kind, s.id, s.title, s.account_id, s.owner_id, s.amount, s.currency, s.happened_on, s.created_at,
  coalesce(l.merged_into, l.id)
from (
  select c.org_id, 'contract' as kind, c.id, coalesce(c.number || ' ', '') || c.name as title, c.account_id, c.owner_id,
    c.amount, c.currency, c.signed_on as happened_on, c.created_at, c.id as contract_id
  from contracts c where c.status = 'active' and c.deleted_at is null
  union all
  select a.org_id, 'receipt', a.id, e.number || ' ' || r.name, r.account_id, r.owner_id, a.amount, a.currency,
    a.allocated_on, a.created_at, r.contract_id
  from allocations a
  join receivables r on r.org_id = a.org_id and r.id = a.receivable_id
  join receipts e on e.org_id = a.org_id and e.id = a.receipt_id
) as s
join contracts c on c.org_id = s.org_id and c.id = s.contract_id
join orgs z on z.id = s.org_id
left join opportunities o on o.org_id = c.org_id and o.id = c.opportunity_id
join leads l on l.org_id = s.org_id and (l.captured_at at time zone z.zone)::date <= c.signed_on and l.id = coalesce(o.lead_id,
  (select f.id from leads f where f.org_id = c.org_id and f.account_id = c.account_id and f.converted_at is not null
    and (f.deleted_at is null or f.merged_into is not null) order by f.converted_at, f.id limit 1));
grant select on channel_outcomes to yingdan_app;

-- The same by what brought the lead: a row per outcome and touch, its money split to the cent. What came of leads is far
-- less than there are leads: the touches are looked up for each lead alone.
create view channel_results with (security_invoker = true) as
select d.org_id, case when p.points = 1 then d.id else md5(d.id::text || p.id::text)::uuid end as id,
  d.kind, d.id as outcome_id, d.title, d.account_id, d.owner_id, d.amount, d.currency, d.happened_on, d.lead_id,
  l.captured_at, p.channel, p.campaign, n.campaign_id, p.position, p.points,
  case when p.position = 1 then 1.00 else 0 end as first_share,
  case when p.position = p.points then 1.00 else 0 end as last_share,
  round(yd_part(100, p.position, p.points) / 100, 2) as linear_share,
  case when p.position = 1 then d.amount else 0 end as first_amount,
  case when p.position = p.points then d.amount else 0 end as last_amount,
  round(yd_part(d.amount * 100, p.position, p.points) / 100, 2) as linear_amount,
  d.created_at, 1 as version
from channel_outcomes d
join leads l on l.org_id = d.org_id and l.id = d.lead_id and l.deleted_at is null
cross join lateral (
  select m.id, m.channel, m.campaign, row_number() over (order by m.at, m.id) as position, count(*) over () as points
  from (
    select b.id, b.captured_at as at, b.channel, b.campaign from leads b where b.org_id = d.org_id and b.id = d.lead_id
    union all
    select b.id, b.captured_at, b.channel, b.campaign from leads b where b.org_id = d.org_id and b.merged_into = d.lead_id
    union all
    select x.id, x.at, x.channel, x.campaign from lead_touches x
    where x.org_id = d.org_id
      and x.lead_id in (select d.lead_id union all select b.id from leads b where b.org_id = d.org_id and b.merged_into = d.lead_id)
      and not exists (select from leads c where c.org_id = d.org_id and c.id = d.lead_id and c.captured_at = x.at)
      and not exists (select from leads c where c.org_id = d.org_id and c.merged_into = d.lead_id and c.captured_at = x.at)
  ) as m
) as p
left join campaign_names n on n.org_id = d.org_id and n.name_key = yd_campaign_key(p.campaign);
grant select on channel_results to yingdan_app;
