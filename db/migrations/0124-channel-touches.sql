-- A lead and its touches are read in one go: joining leads to what was made of all leads went wrong while nothing was known
-- yet of how many there are. Most leads met us once, and are their own only touch.
create or replace view channel_touches with (security_invoker = true) as
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
drop view lead_points;
