-- responseTimers.list, scope self
select t.id, t.version, "t"."lead_id" as "leadId", "t"."owner_id" as "ownerId", (case t.outcome when 'responded' then case when t.responded_at <= t.due_at then 'inTime' else 'tooLate' end when 'moved' then 'moved' when 'closed' then 'closed' else case when t.due_at <= now() then 'late' else 'running' end end) as "state", "t"."channel" as "channel", "t"."policy" as "policy", "t"."minutes" as "minutes", "t"."started_at" as "startedAt", "t"."due_at" as "dueAt", "t"."responded_at" as "respondedAt", "t"."breached_at" as "breachedAt", "t"."escalated_at" as "escalatedAt", "t"."reassigned_at" as "reassignedAt", ("t"."started_at")::text as "$s0"
  from "response_timers" as t
  where ("t"."org_id" = $1::uuid
  and ("t"."owner_id" = $2::uuid))
  order by "t"."started_at" desc, t.id desc
  limit $3;

-- responseTimers.list, scope all
select t.id, t.version, "t"."lead_id" as "leadId", "t"."owner_id" as "ownerId", (case t.outcome when 'responded' then case when t.responded_at <= t.due_at then 'inTime' else 'tooLate' end when 'moved' then 'moved' when 'closed' then 'closed' else case when t.due_at <= now() then 'late' else 'running' end end) as "state", "t"."channel" as "channel", "t"."policy" as "policy", "t"."minutes" as "minutes", "t"."started_at" as "startedAt", "t"."due_at" as "dueAt", "t"."responded_at" as "respondedAt", "t"."breached_at" as "breachedAt", "t"."escalated_at" as "escalatedAt", "t"."reassigned_at" as "reassignedAt", ("t"."started_at")::text as "$s0"
  from "response_timers" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."started_at" desc, t.id desc
  limit $2;
