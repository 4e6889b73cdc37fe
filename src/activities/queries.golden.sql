-- activities.list, scope self
select t.id, t.version, "t"."happened_at" as "happenedAt", "t"."kind" as "kind", "t"."subject_name" as "subjectName", "t"."subject_object" as "subjectObject", "t"."content" as "content", "t"."result" as "result", "t"."connected" as "connected", "t"."duration_seconds" as "durationSeconds", "t"."owner_id" as "ownerId", "t"."next_contact_at" as "nextContactAt", "t"."account_id" as "accountId", "t"."contact_id" as "contactId", "t"."subject_id" as "subjectId", "t"."backdated" as "backdated", "t"."created_at" as "createdAt", ("t"."happened_at")::text as "$s0"
  from "activities" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null
  and ("t"."owner_id" = $2::uuid))
  order by "t"."happened_at" desc, t.id desc
  limit $3;

-- activities.list, scope all
select t.id, t.version, "t"."happened_at" as "happenedAt", "t"."kind" as "kind", "t"."subject_name" as "subjectName", "t"."subject_object" as "subjectObject", "t"."content" as "content", "t"."result" as "result", "t"."connected" as "connected", "t"."duration_seconds" as "durationSeconds", "t"."owner_id" as "ownerId", "t"."next_contact_at" as "nextContactAt", "t"."account_id" as "accountId", "t"."contact_id" as "contactId", "t"."subject_id" as "subjectId", "t"."backdated" as "backdated", "t"."created_at" as "createdAt", ("t"."happened_at")::text as "$s0"
  from "activities" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null)
  order by "t"."happened_at" desc, t.id desc
  limit $2;
