-- imports.list, scope self
select t.id, t.version, "t"."file_name" as "fileName", "t"."object" as "object", "t"."status" as "status", "t"."row_count" as "rowCount", "t"."created" as "created", "t"."updated" as "updated", "t"."skipped" as "skipped", "t"."failed" as "failed", "t"."created_by" as "createdBy", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "imports" as t
  where ("t"."org_id" = $1::uuid
  and ("t"."created_by" = $2::uuid))
  order by "t"."created_at" desc, t.id desc
  limit $3;

-- imports.list, scope all
select t.id, t.version, "t"."file_name" as "fileName", "t"."object" as "object", "t"."status" as "status", "t"."row_count" as "rowCount", "t"."created" as "created", "t"."updated" as "updated", "t"."skipped" as "skipped", "t"."failed" as "failed", "t"."created_by" as "createdBy", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "imports" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."created_at" desc, t.id desc
  limit $2;

-- exports.list, scope self
select t.id, t.version, "t"."list_id" as "listId", "t"."format" as "format", "t"."row_count" as "rowCount", "t"."downloads" as "downloads", "t"."created_by" as "createdBy", "t"."created_at" as "createdAt", "t"."expires_at" as "expiresAt", ("t"."created_at")::text as "$s0"
  from "exports" as t
  where ("t"."org_id" = $1::uuid
  and ("t"."created_by" = $2::uuid))
  order by "t"."created_at" desc, t.id desc
  limit $3;

-- exports.list, scope all
select t.id, t.version, "t"."list_id" as "listId", "t"."format" as "format", "t"."row_count" as "rowCount", "t"."downloads" as "downloads", "t"."created_by" as "createdBy", "t"."created_at" as "createdAt", "t"."expires_at" as "expiresAt", ("t"."created_at")::text as "$s0"
  from "exports" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."created_at" desc, t.id desc
  limit $2;
