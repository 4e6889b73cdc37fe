-- opportunities.list, scope self
select t.id, t.version, "t"."name" as "name", "t"."account_id" as "accountId", "t"."stage" as "stage", "t"."amount" as "amount", "t"."win_rate" as "winRate", (round(t.amount * t.win_rate / 100, 2)) as "weighted", "t"."expected_close_on" as "expectedCloseOn", "t"."owner_id" as "ownerId", "t"."next_contact_at" as "nextContactAt", "t"."status" as "status", "t"."contact_id" as "contactId", "t"."channel" as "channel", "t"."stage_since" as "stageSince", "t"."postponed" as "postponed", "t"."last_activity_at" as "lastActivityAt", "t"."lost_reason" as "lostReason", "t"."competitor" as "competitor", "t"."closed_at" as "closedAt", "t"."lead_id" as "leadId", "t"."note" as "note", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "opportunities" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null
  and ("t"."owner_id" = $2::uuid))
  order by "t"."created_at" desc, t.id desc
  limit $3;

-- opportunities.list, scope all
select t.id, t.version, "t"."name" as "name", "t"."account_id" as "accountId", "t"."stage" as "stage", "t"."amount" as "amount", "t"."win_rate" as "winRate", (round(t.amount * t.win_rate / 100, 2)) as "weighted", "t"."expected_close_on" as "expectedCloseOn", "t"."owner_id" as "ownerId", "t"."next_contact_at" as "nextContactAt", "t"."status" as "status", "t"."contact_id" as "contactId", "t"."channel" as "channel", "t"."stage_since" as "stageSince", "t"."postponed" as "postponed", "t"."last_activity_at" as "lastActivityAt", "t"."lost_reason" as "lostReason", "t"."competitor" as "competitor", "t"."closed_at" as "closedAt", "t"."lead_id" as "leadId", "t"."note" as "note", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "opportunities" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null)
  order by "t"."created_at" desc, t.id desc
  limit $2;
