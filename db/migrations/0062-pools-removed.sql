-- A pool that is removed keeps its row: places of the past and leads in the bin name it.
alter table lead_pools
  add column deleted_at timestamptz,
  add constraint lead_pools_default_open check (not is_default or (active and deleted_at is null)),
  add constraint lead_pools_removed check (deleted_at is null or not active);
create unique index lead_pools_name on lead_pools (org_id, name) where deleted_at is null;

-- Conversions of before this was kept.
insert into lead_conversions (org_id, id, lead_id, account_id, contact_id, opportunity_id, account_made, contact_made,
  status_before, at)
select l.org_id, gen_random_uuid(), l.id, l.account_id, l.contact_id, l.opportunity_id,
  exists (select 1 from accounts a where a.org_id = l.org_id and a.id = l.account_id and a.lead_id = l.id),
  l.contact_id is not null, 'following', l.converted_at
from leads l where l.status = 'converted' and l.account_id is not null;
