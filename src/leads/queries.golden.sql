-- leads.list, scope self
select t.id, t.version, "t"."company" as "company", "t"."contact_name" as "contactName", "t"."phone" as "phone", "t"."email" as "email", "t"."title" as "title", "t"."class" as "class", "t"."status" as "status", "t"."invalid_reason" as "invalidReason", "t"."score" as "score", "t"."score_band" as "scoreBand", ((t.class is not null
  and t.class_rule_id is null)) as "classPinned", "t"."channel" as "channel", "t"."campaign" as "campaign", "t"."captured_at" as "capturedAt", "t"."owner_id" as "ownerId", "t"."pool_id" as "poolId", "t"."owner_since" as "ownerSince", "t"."pool_since" as "poolSince", "t"."return_reason" as "returnReason", "t"."return_note" as "returnNote", "t"."returned_by" as "returnedBy", "t"."returned_at" as "returnedAt", "t"."previous_owner_id" as "previousOwnerId", "t"."times_returned" as "timesReturned", (extract(day
  from now() - coalesce(t.last_activity_at, t.captured_at))::integer) as "daysIdle", "t"."last_activity_at" as "lastActivityAt", "t"."next_contact_at" as "nextContactAt", "t"."last_effective_at" as "lastEffectiveAt", "t"."nurture_since" as "nurtureSince", "t"."nurture_days" as "nurtureDays", "t"."nurture_note" as "nurtureNote", "t"."recycle_due_on" as "recycleDueOn", (case when t.recycle_due_on is not null then greatest(0, t.recycle_due_on - (now() at time zone t.recycle_zone)::date) end) as "daysLeft", (case when t.protected_owner_id = t.owner_id then t.protected_until end) as "protectedUntil", "t"."uscc" as "uscc", "t"."region" as "region", "t"."industry" as "industry", "t"."registered_capital" as "registeredCapital", "t"."staff_count" as "staffCount", "t"."expected_amount" as "expectedAmount", "t"."note" as "note", "t"."account_id" as "accountId", "t"."opportunity_id" as "opportunityId", "t"."created_at" as "createdAt", "t"."converted_at" as "convertedAt", ("t"."created_at")::text as "$s0"
  from "leads" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null
  and ("t"."owner_id" = $2::uuid))
  order by "t"."created_at" desc, t.id desc
  limit $3;

-- leads.list, scope all
select t.id, t.version, "t"."company" as "company", "t"."contact_name" as "contactName", "t"."phone" as "phone", "t"."email" as "email", "t"."title" as "title", "t"."class" as "class", "t"."status" as "status", "t"."invalid_reason" as "invalidReason", "t"."score" as "score", "t"."score_band" as "scoreBand", ((t.class is not null
  and t.class_rule_id is null)) as "classPinned", "t"."channel" as "channel", "t"."campaign" as "campaign", "t"."captured_at" as "capturedAt", "t"."owner_id" as "ownerId", "t"."pool_id" as "poolId", "t"."owner_since" as "ownerSince", "t"."pool_since" as "poolSince", "t"."return_reason" as "returnReason", "t"."return_note" as "returnNote", "t"."returned_by" as "returnedBy", "t"."returned_at" as "returnedAt", "t"."previous_owner_id" as "previousOwnerId", "t"."times_returned" as "timesReturned", (extract(day
  from now() - coalesce(t.last_activity_at, t.captured_at))::integer) as "daysIdle", "t"."last_activity_at" as "lastActivityAt", "t"."next_contact_at" as "nextContactAt", "t"."last_effective_at" as "lastEffectiveAt", "t"."nurture_since" as "nurtureSince", "t"."nurture_days" as "nurtureDays", "t"."nurture_note" as "nurtureNote", "t"."recycle_due_on" as "recycleDueOn", (case when t.recycle_due_on is not null then greatest(0, t.recycle_due_on - (now() at time zone t.recycle_zone)::date) end) as "daysLeft", (case when t.protected_owner_id = t.owner_id then t.protected_until end) as "protectedUntil", "t"."uscc" as "uscc", "t"."region" as "region", "t"."industry" as "industry", "t"."registered_capital" as "registeredCapital", "t"."staff_count" as "staffCount", "t"."expected_amount" as "expectedAmount", "t"."note" as "note", "t"."account_id" as "accountId", "t"."opportunity_id" as "opportunityId", "t"."created_at" as "createdAt", "t"."converted_at" as "convertedAt", ("t"."created_at")::text as "$s0"
  from "leads" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null)
  order by "t"."created_at" desc, t.id desc
  limit $2;

-- poolLeads.list, scope self
select t.id, t.version, "t"."company" as "company", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('contactName' = any (p.hidden_fields) or p.view_quota is not null)))) then t.contact_name end) as "contactName", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('phone' = any (p.hidden_fields) or p.view_quota is not null)))) then t.phone end) as "phone", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('email' = any (p.hidden_fields) or p.view_quota is not null)))) then t.email end) as "email", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('title' = any (p.hidden_fields) or p.view_quota is not null)))) then t.title end) as "title", "t"."class" as "class", "t"."status" as "status", "t"."invalid_reason" as "invalidReason", "t"."score" as "score", "t"."score_band" as "scoreBand", ((t.class is not null
  and t.class_rule_id is null)) as "classPinned", "t"."channel" as "channel", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('campaign' = any (p.hidden_fields))))) then t.campaign end) as "campaign", "t"."captured_at" as "capturedAt", "t"."owner_id" as "ownerId", "t"."pool_id" as "poolId", "t"."owner_since" as "ownerSince", "t"."pool_since" as "poolSince", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('returnReason' = any (p.hidden_fields))))) then t.return_reason end) as "returnReason", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('returnNote' = any (p.hidden_fields))))) then t.return_note end) as "returnNote", "t"."returned_by" as "returnedBy", "t"."returned_at" as "returnedAt", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('previousOwnerId' = any (p.hidden_fields))))) then t.previous_owner_id end) as "previousOwnerId", "t"."times_returned" as "timesReturned", (extract(day
  from now() - coalesce(t.last_activity_at, t.captured_at))::integer) as "daysIdle", "t"."last_activity_at" as "lastActivityAt", "t"."next_contact_at" as "nextContactAt", "t"."last_effective_at" as "lastEffectiveAt", "t"."nurture_since" as "nurtureSince", "t"."nurture_days" as "nurtureDays", "t"."nurture_note" as "nurtureNote", "t"."recycle_due_on" as "recycleDueOn", (case when t.recycle_due_on is not null then greatest(0, t.recycle_due_on - (now() at time zone t.recycle_zone)::date) end) as "daysLeft", (case when t.protected_owner_id = t.owner_id then t.protected_until end) as "protectedUntil", "t"."uscc" as "uscc", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('region' = any (p.hidden_fields))))) then t.region end) as "region", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('industry' = any (p.hidden_fields))))) then t.industry end) as "industry", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('registeredCapital' = any (p.hidden_fields))))) then t.registered_capital end) as "registeredCapital", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('staffCount' = any (p.hidden_fields))))) then t.staff_count end) as "staffCount", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('expectedAmount' = any (p.hidden_fields))))) then t.expected_amount end) as "expectedAmount", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('note' = any (p.hidden_fields) or p.view_quota is not null)))) then t.note end) as "note", "t"."account_id" as "accountId", "t"."opportunity_id" as "opportunityId", "t"."created_at" as "createdAt", "t"."converted_at" as "convertedAt", (array_remove(array[case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('contactName' = any (p.hidden_fields) or p.view_quota is not null)))) then 'contactName' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('phone' = any (p.hidden_fields) or p.view_quota is not null)))) then 'phone' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('email' = any (p.hidden_fields) or p.view_quota is not null)))) then 'email' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('title' = any (p.hidden_fields) or p.view_quota is not null)))) then 'title' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('region' = any (p.hidden_fields))))) then 'region' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('industry' = any (p.hidden_fields))))) then 'industry' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('registeredCapital' = any (p.hidden_fields))))) then 'registeredCapital' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('staffCount' = any (p.hidden_fields))))) then 'staffCount' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('expectedAmount' = any (p.hidden_fields))))) then 'expectedAmount' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('campaign' = any (p.hidden_fields))))) then 'campaign' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('note' = any (p.hidden_fields) or p.view_quota is not null)))) then 'note' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('previousOwnerId' = any (p.hidden_fields))))) then 'previousOwnerId' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('returnReason' = any (p.hidden_fields))))) then 'returnReason' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('returnNote' = any (p.hidden_fields))))) then 'returnNote' end], null)) as "hiddenKeys", ("t"."created_at")::text as "$s0"
  from "leads" as t
  where (t.org_id = $1::uuid
  and t.deleted_at is null
  and t.pool_id is not null
  and t.pool_id = any(array( select p.id
  from lead_pools p
  where p.org_id = $2::uuid
  and (true or p.mode = 'claim'
  and (p.open_to_all or exists (select 1
  from lead_pool_scopes s
  where s.org_id = p.org_id
  and s.pool_id = p.id
  and case s.kind when 'user' then s.ref_id = $3::uuid when 'role' then exists (select 1
  from user_roles x
  where x.org_id = s.org_id
  and x.user_id = $4::uuid
  and x.role_id = s.ref_id) else exists (select 1
  from teams x
  where x.org_id = s.org_id
  and x.id = $5::uuid
  and s.ref_id = any(x.path)) end))))))
  and t.status = 'unassigned'
  order by "t"."created_at" desc, t.id desc
  limit $6;

-- poolLeads.list, scope all
select t.id, t.version, "t"."company" as "company", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('contactName' = any (p.hidden_fields) or p.view_quota is not null)))) then t.contact_name end) as "contactName", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('phone' = any (p.hidden_fields) or p.view_quota is not null)))) then t.phone end) as "phone", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('email' = any (p.hidden_fields) or p.view_quota is not null)))) then t.email end) as "email", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('title' = any (p.hidden_fields) or p.view_quota is not null)))) then t.title end) as "title", "t"."class" as "class", "t"."status" as "status", "t"."invalid_reason" as "invalidReason", "t"."score" as "score", "t"."score_band" as "scoreBand", ((t.class is not null
  and t.class_rule_id is null)) as "classPinned", "t"."channel" as "channel", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('campaign' = any (p.hidden_fields))))) then t.campaign end) as "campaign", "t"."captured_at" as "capturedAt", "t"."owner_id" as "ownerId", "t"."pool_id" as "poolId", "t"."owner_since" as "ownerSince", "t"."pool_since" as "poolSince", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('returnReason' = any (p.hidden_fields))))) then t.return_reason end) as "returnReason", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('returnNote' = any (p.hidden_fields))))) then t.return_note end) as "returnNote", "t"."returned_by" as "returnedBy", "t"."returned_at" as "returnedAt", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('previousOwnerId' = any (p.hidden_fields))))) then t.previous_owner_id end) as "previousOwnerId", "t"."times_returned" as "timesReturned", (extract(day
  from now() - coalesce(t.last_activity_at, t.captured_at))::integer) as "daysIdle", "t"."last_activity_at" as "lastActivityAt", "t"."next_contact_at" as "nextContactAt", "t"."last_effective_at" as "lastEffectiveAt", "t"."nurture_since" as "nurtureSince", "t"."nurture_days" as "nurtureDays", "t"."nurture_note" as "nurtureNote", "t"."recycle_due_on" as "recycleDueOn", (case when t.recycle_due_on is not null then greatest(0, t.recycle_due_on - (now() at time zone t.recycle_zone)::date) end) as "daysLeft", (case when t.protected_owner_id = t.owner_id then t.protected_until end) as "protectedUntil", "t"."uscc" as "uscc", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('region' = any (p.hidden_fields))))) then t.region end) as "region", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('industry' = any (p.hidden_fields))))) then t.industry end) as "industry", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('registeredCapital' = any (p.hidden_fields))))) then t.registered_capital end) as "registeredCapital", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('staffCount' = any (p.hidden_fields))))) then t.staff_count end) as "staffCount", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('expectedAmount' = any (p.hidden_fields))))) then t.expected_amount end) as "expectedAmount", (case when not (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('note' = any (p.hidden_fields) or p.view_quota is not null)))) then t.note end) as "note", "t"."account_id" as "accountId", "t"."opportunity_id" as "opportunityId", "t"."created_at" as "createdAt", "t"."converted_at" as "convertedAt", (array_remove(array[case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('contactName' = any (p.hidden_fields) or p.view_quota is not null)))) then 'contactName' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('phone' = any (p.hidden_fields) or p.view_quota is not null)))) then 'phone' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('email' = any (p.hidden_fields) or p.view_quota is not null)))) then 'email' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('title' = any (p.hidden_fields) or p.view_quota is not null)))) then 'title' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('region' = any (p.hidden_fields))))) then 'region' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('industry' = any (p.hidden_fields))))) then 'industry' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('registeredCapital' = any (p.hidden_fields))))) then 'registeredCapital' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('staffCount' = any (p.hidden_fields))))) then 'staffCount' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('expectedAmount' = any (p.hidden_fields))))) then 'expectedAmount' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('campaign' = any (p.hidden_fields))))) then 'campaign' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('note' = any (p.hidden_fields) or p.view_quota is not null)))) then 'note' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('previousOwnerId' = any (p.hidden_fields))))) then 'previousOwnerId' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('returnReason' = any (p.hidden_fields))))) then 'returnReason' end, case when (t.pool_id = any (array(select p.id
  from lead_pools p
  where p.org_id = yd_org()
  and ('returnNote' = any (p.hidden_fields))))) then 'returnNote' end], null)) as "hiddenKeys", ("t"."created_at")::text as "$s0"
  from "leads" as t
  where (t.org_id = $1::uuid
  and t.deleted_at is null
  and t.pool_id is not null
  and t.pool_id = any(array( select p.id
  from lead_pools p
  where p.org_id = $2::uuid
  and (true or p.mode = 'claim'
  and (p.open_to_all or exists (select 1
  from lead_pool_scopes s
  where s.org_id = p.org_id
  and s.pool_id = p.id
  and case s.kind when 'user' then s.ref_id = $3::uuid when 'role' then exists (select 1
  from user_roles x
  where x.org_id = s.org_id
  and x.user_id = $4::uuid
  and x.role_id = s.ref_id) else exists (select 1
  from teams x
  where x.org_id = s.org_id
  and x.id = $5::uuid
  and s.ref_id = any(x.path)) end))))))
  and t.status = 'unassigned'
  order by "t"."created_at" desc, t.id desc
  limit $6;
