-- What came of leads is far less than there are leads: the touches of each lead are looked up for it alone, rather than put
-- in order for everybody and joined.
create or replace view channel_results with (security_invoker = true) as
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
