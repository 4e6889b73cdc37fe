-- leads.list, scope self
select t.id, t.version, "t"."company" as "company", "t"."contact_name" as "contactName", "t"."phone" as "phone", "t"."email" as "email", "t"."class" as "class", "t"."status" as "status", "t"."channel" as "channel", "t"."owner_id" as "ownerId", "t"."pool_id" as "poolId", "t"."last_activity_at" as "lastActivityAt", "t"."next_contact_at" as "nextContactAt", "t"."title" as "title", "t"."region" as "region", "t"."industry" as "industry", "t"."registered_capital" as "registeredCapital", "t"."staff_count" as "staffCount", "t"."expected_amount" as "expectedAmount", "t"."campaign" as "campaign", "t"."note" as "note", "t"."invalid_reason" as "invalidReason", "t"."captured_at" as "capturedAt", "t"."owner_since" as "ownerSince", "t"."pool_since" as "poolSince", "t"."account_id" as "accountId", "t"."opportunity_id" as "opportunityId", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "leads" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null
  and ("t"."owner_id" = $2::uuid))
  order by "t"."created_at" desc, t.id desc
  limit $3;

-- leads.list, scope all
select t.id, t.version, "t"."company" as "company", "t"."contact_name" as "contactName", "t"."phone" as "phone", "t"."email" as "email", "t"."class" as "class", "t"."status" as "status", "t"."channel" as "channel", "t"."owner_id" as "ownerId", "t"."pool_id" as "poolId", "t"."last_activity_at" as "lastActivityAt", "t"."next_contact_at" as "nextContactAt", "t"."title" as "title", "t"."region" as "region", "t"."industry" as "industry", "t"."registered_capital" as "registeredCapital", "t"."staff_count" as "staffCount", "t"."expected_amount" as "expectedAmount", "t"."campaign" as "campaign", "t"."note" as "note", "t"."invalid_reason" as "invalidReason", "t"."captured_at" as "capturedAt", "t"."owner_since" as "ownerSince", "t"."pool_since" as "poolSince", "t"."account_id" as "accountId", "t"."opportunity_id" as "opportunityId", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "leads" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null)
  order by "t"."created_at" desc, t.id desc
  limit $2;

-- poolLeads.list, scope self
select t.id, t.version, "t"."company" as "company", "t"."contact_name" as "contactName", "t"."phone" as "phone", "t"."email" as "email", "t"."class" as "class", "t"."status" as "status", "t"."channel" as "channel", "t"."owner_id" as "ownerId", "t"."pool_id" as "poolId", "t"."last_activity_at" as "lastActivityAt", "t"."next_contact_at" as "nextContactAt", "t"."title" as "title", "t"."region" as "region", "t"."industry" as "industry", "t"."registered_capital" as "registeredCapital", "t"."staff_count" as "staffCount", "t"."expected_amount" as "expectedAmount", "t"."campaign" as "campaign", "t"."note" as "note", "t"."invalid_reason" as "invalidReason", "t"."captured_at" as "capturedAt", "t"."owner_since" as "ownerSince", "t"."pool_since" as "poolSince", "t"."account_id" as "accountId", "t"."opportunity_id" as "opportunityId", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "leads" as t
  where (t.org_id = $1::uuid
  and t.deleted_at is null
  and t.pool_id is not null
  and t.pool_id = any(array( select p.id
  from lead_pools p
  where p.org_id = $2::uuid
  and (p.open_to_all or exists ( select 1
  from lead_pool_members m
  where m.org_id = p.org_id
  and m.pool_id = p.id
  and m.user_id = $3::uuid)))))
  and t.status = 'unassigned'
  order by "t"."created_at" desc, t.id desc
  limit $4;

-- poolLeads.list, scope all
select t.id, t.version, "t"."company" as "company", "t"."contact_name" as "contactName", "t"."phone" as "phone", "t"."email" as "email", "t"."class" as "class", "t"."status" as "status", "t"."channel" as "channel", "t"."owner_id" as "ownerId", "t"."pool_id" as "poolId", "t"."last_activity_at" as "lastActivityAt", "t"."next_contact_at" as "nextContactAt", "t"."title" as "title", "t"."region" as "region", "t"."industry" as "industry", "t"."registered_capital" as "registeredCapital", "t"."staff_count" as "staffCount", "t"."expected_amount" as "expectedAmount", "t"."campaign" as "campaign", "t"."note" as "note", "t"."invalid_reason" as "invalidReason", "t"."captured_at" as "capturedAt", "t"."owner_since" as "ownerSince", "t"."pool_since" as "poolSince", "t"."account_id" as "accountId", "t"."opportunity_id" as "opportunityId", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "leads" as t
  where (t.org_id = $1::uuid
  and t.deleted_at is null
  and t.pool_id is not null
  and t.pool_id = any(array( select p.id
  from lead_pools p
  where p.org_id = $2::uuid
  and (p.open_to_all or exists ( select 1
  from lead_pool_members m
  where m.org_id = p.org_id
  and m.pool_id = p.id
  and m.user_id = $3::uuid)))))
  and t.status = 'unassigned'
  order by "t"."created_at" desc, t.id desc
  limit $4;
