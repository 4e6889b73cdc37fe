-- contracts.list, scope self
select t.id, t.version, "t"."name" as "name", "t"."number" as "number", "t"."account_id" as "accountId", "t"."amount" as "amount", "t"."status" as "status", "t"."signed_on" as "signedOn", "t"."starts_on" as "startsOn", "t"."ends_on" as "endsOn", "t"."owner_id" as "ownerId", "t"."opportunity_id" as "opportunityId", "t"."currency" as "currency", "t"."note" as "note", "t"."activated_at" as "activatedAt", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "contracts" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null
  and ("t"."owner_id" = $2::uuid or (select true
  from approvals a
  where a.org_id = t.org_id
  and a.subject_object = 'contracts'
  and a.subject_id = t.id
  and a.approver_id = $3::uuid
  limit 1)))
  order by "t"."created_at" desc, t.id desc
  limit $4;

-- contracts.list, scope all
select t.id, t.version, "t"."name" as "name", "t"."number" as "number", "t"."account_id" as "accountId", "t"."amount" as "amount", "t"."status" as "status", "t"."signed_on" as "signedOn", "t"."starts_on" as "startsOn", "t"."ends_on" as "endsOn", "t"."owner_id" as "ownerId", "t"."opportunity_id" as "opportunityId", "t"."currency" as "currency", "t"."note" as "note", "t"."activated_at" as "activatedAt", "t"."created_at" as "createdAt", ("t"."created_at")::text as "$s0"
  from "contracts" as t
  where ("t"."org_id" = $1::uuid
  and "t"."deleted_at" is null)
  order by "t"."created_at" desc, t.id desc
  limit $2;
