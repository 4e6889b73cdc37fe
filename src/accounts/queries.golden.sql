-- accounts.list, scope self
select t.id, t.version, "t"."name" as "name", "t"."grade" as "grade", "t"."owner_id" as "ownerId", "t"."industry" as "industry", "t"."region" as "region", "t"."last_activity_at" as "lastActivityAt", "t"."next_contact_at" as "nextContactAt", "t"."phone" as "phone", "t"."channel" as "channel", "t"."staff_count" as "staffCount", "t"."registered_capital" as "registeredCapital", "t"."uscc" as "uscc", "t"."address" as "address", "t"."website" as "website", "t"."note" as "note", "t"."owner_since" as "ownerSince", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "accounts" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null
  and ("t"."owner_id" = $2::uuid))
  order by "t"."created_at" desc, t.id desc
  limit $3;

-- accounts.list, scope all
select t.id, t.version, "t"."name" as "name", "t"."grade" as "grade", "t"."owner_id" as "ownerId", "t"."industry" as "industry", "t"."region" as "region", "t"."last_activity_at" as "lastActivityAt", "t"."next_contact_at" as "nextContactAt", "t"."phone" as "phone", "t"."channel" as "channel", "t"."staff_count" as "staffCount", "t"."registered_capital" as "registeredCapital", "t"."uscc" as "uscc", "t"."address" as "address", "t"."website" as "website", "t"."note" as "note", "t"."owner_since" as "ownerSince", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "accounts" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null)
  order by "t"."created_at" desc, t.id desc
  limit $2;

-- contacts.list, scope self
select t.id, t.version, "t"."name" as "name", "t"."account_id" as "accountId", "t"."title" as "title", "t"."role" as "role", "t"."phone" as "phone", "t"."email" as "email", "t"."is_primary" as "isPrimary", "t"."birthday" as "birthday", "t"."owner_id" as "ownerId", "t"."last_activity_at" as "lastActivityAt", "t"."note" as "note", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "contacts" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null
  and ("t"."owner_id" = $2::uuid))
  order by "t"."created_at" desc, t.id desc
  limit $3;

-- contacts.list, scope all
select t.id, t.version, "t"."name" as "name", "t"."account_id" as "accountId", "t"."title" as "title", "t"."role" as "role", "t"."phone" as "phone", "t"."email" as "email", "t"."is_primary" as "isPrimary", "t"."birthday" as "birthday", "t"."owner_id" as "ownerId", "t"."last_activity_at" as "lastActivityAt", "t"."note" as "note", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "contacts" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null)
  order by "t"."created_at" desc, t.id desc
  limit $2;
