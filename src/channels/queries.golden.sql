-- campaigns.list, scope self
select t.id, t.version, "t"."name" as "name", "t"."channel" as "channel", "t"."status" as "status", "t"."starts_on" as "startsOn", "t"."ends_on" as "endsOn", "t"."budget" as "budget", (select coalesce(sum(k.amount), 0)
  from channel_costs k
  where k.org_id = t.org_id
  and k.campaign_id = t.id
  and k.month <= (select yd_today())) as "spent", "t"."code" as "code", "t"."note" as "note", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "campaigns" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null)
  order by "t"."created_at" desc, t.id desc
  limit $2;

-- campaigns.list, scope all
select t.id, t.version, "t"."name" as "name", "t"."channel" as "channel", "t"."status" as "status", "t"."starts_on" as "startsOn", "t"."ends_on" as "endsOn", "t"."budget" as "budget", (select coalesce(sum(k.amount), 0)
  from channel_costs k
  where k.org_id = t.org_id
  and k.campaign_id = t.id
  and k.month <= (select yd_today())) as "spent", "t"."code" as "code", "t"."note" as "note", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "campaigns" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null)
  order by "t"."created_at" desc, t.id desc
  limit $2;

-- channelCosts.list, scope self
select t.id, t.version, "t"."month" as "month", "t"."channel" as "channel", "t"."campaign_id" as "campaignId", "t"."amount" as "amount", "t"."note" as "note", ("t"."month")::text as "$s0", ("t"."amount")::text as "$s1"
  from "channel_costs" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."month" desc, "t"."amount" desc, t.id desc
  limit $2;

-- channelCosts.list, scope all
select t.id, t.version, "t"."month" as "month", "t"."channel" as "channel", "t"."campaign_id" as "campaignId", "t"."amount" as "amount", "t"."note" as "note", ("t"."month")::text as "$s0", ("t"."amount")::text as "$s1"
  from "channel_costs" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."month" desc, "t"."amount" desc, t.id desc
  limit $2;

-- channelTouches.list, scope self
select t.id, t.version, "t"."company" as "company", "t"."lead_id" as "leadId", "t"."owner_id" as "ownerId", ((t.status = 'converted' or t.first_response_at is not null or t.last_activity_at is not null)) as "reached", ((t.status = 'converted' or exists (select 1
  from activities a
  where a.org_id = t.org_id
  and a.subject_id = t.lead_id
  and a.deleted_at is null
  and (a.connected or a.kind in ('visit', 'meeting'))))) as "followed", ((t.status = 'converted')) as "converted", "t"."channel" as "channel", "t"."campaign_id" as "campaignId", "t"."position" as "position", "t"."points" as "points", "t"."first_share" as "firstShare", "t"."last_share" as "lastShare", "t"."linear_share" as "linearShare", "t"."captured_at" as "capturedAt", "t"."at" as "at", ("t"."captured_at")::text as "$s0"
  from "channel_touches" as t
  where (t.org_id = $1::uuid
  and t.lead_id in (select t.id
  from leads as t
  where ("t"."org_id" = $2::uuid
  and "t"."deleted_at" is null
  and ("t"."owner_id" = any($3::uuid[]) or t.pool_id = any(array( select p.id
  from lead_pools p
  where p.org_id = $4::uuid
  and (true or p.mode = 'claim'
  and (p.open_to_all or exists (select 1
  from lead_pool_scopes s
  where s.org_id = p.org_id
  and s.pool_id = p.id
  and case s.kind when 'user' then s.ref_id = $5::uuid when 'role' then exists (select 1
  from user_roles x
  where x.org_id = s.org_id
  and x.user_id = $6::uuid
  and x.role_id = s.ref_id) else exists (select 1
  from teams x
  where x.org_id = s.org_id
  and x.id = $7::uuid
  and s.ref_id = any(x.path)) end)))))))))
  order by "t"."captured_at" desc, t.id desc
  limit $8;

-- channelTouches.list, scope all
select t.id, t.version, "t"."company" as "company", "t"."lead_id" as "leadId", "t"."owner_id" as "ownerId", ((t.status = 'converted' or t.first_response_at is not null or t.last_activity_at is not null)) as "reached", ((t.status = 'converted' or exists (select 1
  from activities a
  where a.org_id = t.org_id
  and a.subject_id = t.lead_id
  and a.deleted_at is null
  and (a.connected or a.kind in ('visit', 'meeting'))))) as "followed", ((t.status = 'converted')) as "converted", "t"."channel" as "channel", "t"."campaign_id" as "campaignId", "t"."position" as "position", "t"."points" as "points", "t"."first_share" as "firstShare", "t"."last_share" as "lastShare", "t"."linear_share" as "linearShare", "t"."captured_at" as "capturedAt", "t"."at" as "at", ("t"."captured_at")::text as "$s0"
  from "channel_touches" as t
  where (t.org_id = $1::uuid
  and t.lead_id in (select t.id
  from leads as t
  where ("t"."org_id" = $2::uuid
  and "t"."deleted_at" is null
  and ("t"."owner_id" = any($3::uuid[]) or t.pool_id = any(array( select p.id
  from lead_pools p
  where p.org_id = $4::uuid
  and (true or p.mode = 'claim'
  and (p.open_to_all or exists (select 1
  from lead_pool_scopes s
  where s.org_id = p.org_id
  and s.pool_id = p.id
  and case s.kind when 'user' then s.ref_id = $5::uuid when 'role' then exists (select 1
  from user_roles x
  where x.org_id = s.org_id
  and x.user_id = $6::uuid
  and x.role_id = s.ref_id) else exists (select 1
  from teams x
  where x.org_id = s.org_id
  and x.id = $7::uuid
  and s.ref_id = any(x.path)) end)))))))))
  order by "t"."captured_at" desc, t.id desc
  limit $8;

-- channelResults.list, scope self
select t.id, t.version, "t"."title" as "title", "t"."kind" as "kind", "t"."account_id" as "accountId", "t"."lead_id" as "leadId", "t"."happened_on" as "happenedOn", "t"."amount" as "amount", "t"."first_amount" as "firstAmount", "t"."last_amount" as "lastAmount", "t"."linear_amount" as "linearAmount", "t"."owner_id" as "ownerId", "t"."outcome_id" as "outcomeId", "t"."currency" as "currency", "t"."channel" as "channel", "t"."campaign_id" as "campaignId", "t"."position" as "position", "t"."points" as "points", "t"."first_share" as "firstShare", "t"."last_share" as "lastShare", "t"."linear_share" as "linearShare", "t"."captured_at" as "capturedAt", ("t"."happened_on")::text as "$s0"
  from "channel_results" as t
  where ("t"."org_id" = $1::uuid
  and ("t"."owner_id" = any($2::uuid[])))
  and t.kind = any($3::text[])
  order by "t"."happened_on" desc, t.id desc
  limit $4;

-- channelResults.list, scope all
select t.id, t.version, "t"."title" as "title", "t"."kind" as "kind", "t"."account_id" as "accountId", "t"."lead_id" as "leadId", "t"."happened_on" as "happenedOn", "t"."amount" as "amount", "t"."first_amount" as "firstAmount", "t"."last_amount" as "lastAmount", "t"."linear_amount" as "linearAmount", "t"."owner_id" as "ownerId", "t"."outcome_id" as "outcomeId", "t"."currency" as "currency", "t"."channel" as "channel", "t"."campaign_id" as "campaignId", "t"."position" as "position", "t"."points" as "points", "t"."first_share" as "firstShare", "t"."last_share" as "lastShare", "t"."linear_share" as "linearShare", "t"."captured_at" as "capturedAt", ("t"."happened_on")::text as "$s0"
  from "channel_results" as t
  where ("t"."org_id" = $1::uuid
  and ("t"."owner_id" = any($2::uuid[])))
  and t.kind = any($3::text[])
  order by "t"."happened_on" desc, t.id desc
  limit $4;
