-- approvals.list, scope self
select t.id, t.version, "t"."title" as "title", "t"."reference" as "reference", "t"."amount" as "amount", "t"."status" as "status", "t"."requester_id" as "requesterId", "t"."approver_id" as "approverId", "t"."requested_at" as "requestedAt", "t"."decided_at" as "decidedAt", "t"."comment" as "comment", "t"."decided_by" as "decidedBy", "t"."currency" as "currency", "t"."kind" as "kind", ("t"."requested_at")::text as "$s0"
  from "approvals" as t
  where ("t"."org_id" = $1::uuid
  and ("t"."requester_id" = $2::uuid or (t.approver_id = $3::uuid or t.decided_by = $4::uuid)))
  order by "t"."requested_at" desc, t.id desc
  limit $5;

-- approvals.list, scope all
select t.id, t.version, "t"."title" as "title", "t"."reference" as "reference", "t"."amount" as "amount", "t"."status" as "status", "t"."requester_id" as "requesterId", "t"."approver_id" as "approverId", "t"."requested_at" as "requestedAt", "t"."decided_at" as "decidedAt", "t"."comment" as "comment", "t"."decided_by" as "decidedBy", "t"."currency" as "currency", "t"."kind" as "kind", ("t"."requested_at")::text as "$s0"
  from "approvals" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."requested_at" desc, t.id desc
  limit $2;
