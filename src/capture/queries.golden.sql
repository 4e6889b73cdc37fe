-- captureForms.list, scope self
select t.id, t.version, "t"."name" as "name", (case when t.status = 'closed' then 'closed' when t.ends_at <= now() then 'ended' else 'open' end) as "state", "t"."channel" as "channel", "t"."campaign" as "campaign", (select coalesce(sum(d.opened), 0)::integer
  from capture_form_days d
  where d.org_id = t.org_id
  and d.form_id = t.id) as "opened", (select coalesce(sum(d.submitted), 0)::integer
  from capture_form_days d
  where d.org_id = t.org_id
  and d.form_id = t.id) as "submitted", (select count(*)::integer
  from capture_submissions s
  where s.org_id = t.org_id
  and s.origin_id = t.id
  and s.outcome = 'created') as "leads", "t"."ends_at" as "endsAt", "t"."owner_id" as "ownerId", "t"."pool_id" as "poolId", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "capture_forms" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null)
  order by "t"."created_at" desc, t.id desc
  limit $2;

-- captureForms.list, scope all
select t.id, t.version, "t"."name" as "name", (case when t.status = 'closed' then 'closed' when t.ends_at <= now() then 'ended' else 'open' end) as "state", "t"."channel" as "channel", "t"."campaign" as "campaign", (select coalesce(sum(d.opened), 0)::integer
  from capture_form_days d
  where d.org_id = t.org_id
  and d.form_id = t.id) as "opened", (select coalesce(sum(d.submitted), 0)::integer
  from capture_form_days d
  where d.org_id = t.org_id
  and d.form_id = t.id) as "submitted", (select count(*)::integer
  from capture_submissions s
  where s.org_id = t.org_id
  and s.origin_id = t.id
  and s.outcome = 'created') as "leads", "t"."ends_at" as "endsAt", "t"."owner_id" as "ownerId", "t"."pool_id" as "poolId", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "capture_forms" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null)
  order by "t"."created_at" desc, t.id desc
  limit $2;

-- captureSubmissions.list, scope self
select t.id, t.version, "t"."who" as "who", "t"."state" as "state", "t"."reason" as "reason", "t"."method" as "method", (coalesce((select f.name
  from capture_forms f
  where f.org_id = t.org_id
  and f.id = t.origin_id), (select s.name
  from capture_sources s
  where s.org_id = t.org_id
  and s.id = t.origin_id))) as "via", "t"."outcome" as "outcome", "t"."lead_id" as "leadId", "t"."received_at" as "receivedAt", ("t"."received_at")::text as "$s0"
  from "capture_submissions" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."received_at" desc, t.id desc
  limit $2;

-- captureSubmissions.list, scope all
select t.id, t.version, "t"."who" as "who", "t"."state" as "state", "t"."reason" as "reason", "t"."method" as "method", (coalesce((select f.name
  from capture_forms f
  where f.org_id = t.org_id
  and f.id = t.origin_id), (select s.name
  from capture_sources s
  where s.org_id = t.org_id
  and s.id = t.origin_id))) as "via", "t"."outcome" as "outcome", "t"."lead_id" as "leadId", "t"."received_at" as "receivedAt", ("t"."received_at")::text as "$s0"
  from "capture_submissions" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."received_at" desc, t.id desc
  limit $2;

-- captureSources.list, scope self
select t.id, t.version, "t"."name" as "name", "t"."kind" as "kind", "t"."status" as "status", "t"."channel" as "channel", "t"."campaign" as "campaign", "t"."last_at" as "lastAt", "t"."failure" as "failure", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "capture_sources" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null)
  order by "t"."created_at" desc, t.id desc
  limit $2;

-- captureSources.list, scope all
select t.id, t.version, "t"."name" as "name", "t"."kind" as "kind", "t"."status" as "status", "t"."channel" as "channel", "t"."campaign" as "campaign", "t"."last_at" as "lastAt", "t"."failure" as "failure", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "capture_sources" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null)
  order by "t"."created_at" desc, t.id desc
  limit $2;
