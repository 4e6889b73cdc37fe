-- takeovers.list, scope self
select t.id, t.version, "t"."title" as "title", "t"."status" as "status", "t"."requester_id" as "requesterId", "t"."owner_id" as "ownerId", "t"."manager_id" as "managerId", "t"."reason" as "reason", "t"."due_on" as "dueOn", "t"."decided_by" as "decidedBy", "t"."decided_at" as "decidedAt", "t"."note" as "note", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "takeovers" as t
  where ("t"."org_id" = $1::uuid
  and ("t"."requester_id" = $2::uuid or (t.owner_id = $3::uuid or t.manager_id = $4::uuid or t.manager_id is null)))
  order by "t"."created_at" desc, t.id desc
  limit $5;

-- takeovers.list, scope all
select t.id, t.version, "t"."title" as "title", "t"."status" as "status", "t"."requester_id" as "requesterId", "t"."owner_id" as "ownerId", "t"."manager_id" as "managerId", "t"."reason" as "reason", "t"."due_on" as "dueOn", "t"."decided_by" as "decidedBy", "t"."decided_at" as "decidedAt", "t"."note" as "note", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "takeovers" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."created_at" desc, t.id desc
  limit $2;

-- duplicateLookups.list, scope self
select t.id, t.version, "t"."asked" as "asked", "t"."user_id" as "userId", "t"."entry" as "entry", "t"."hits" as "hits", "t"."foreign_hits" as "foreignHits", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "duplicate_lookups" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."created_at" desc, t.id desc
  limit $2;

-- duplicateLookups.list, scope all
select t.id, t.version, "t"."asked" as "asked", "t"."user_id" as "userId", "t"."entry" as "entry", "t"."hits" as "hits", "t"."foreign_hits" as "foreignHits", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "duplicate_lookups" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."created_at" desc, t.id desc
  limit $2;

-- duplicateGroups.list, scope self
select t.id, t.version, "t"."title" as "title", "t"."size" as "size", "t"."leads" as "leads", "t"."accounts" as "accounts", "t"."reasons" as "reasons", "t"."sureness" as "sureness", "t"."status" as "status", "t"."created_at" as "createdAt", ("t"."sureness")::text as "$s0"
  from "duplicate_groups" as t
  where ("t"."org_id" = $1::uuid)
  and $2
  order by "t"."sureness" desc, t.id desc
  limit $3;

-- duplicateGroups.list, scope all
select t.id, t.version, "t"."title" as "title", "t"."size" as "size", "t"."leads" as "leads", "t"."accounts" as "accounts", "t"."reasons" as "reasons", "t"."sureness" as "sureness", "t"."status" as "status", "t"."created_at" as "createdAt", ("t"."sureness")::text as "$s0"
  from "duplicate_groups" as t
  where ("t"."org_id" = $1::uuid)
  and $2
  order by "t"."sureness" desc, t.id desc
  limit $3;
