-- receivables.list, scope self
select t.id, t.version, "t"."account_id" as "accountId", (select c.number
  from contracts c
  where c.org_id = t.org_id
  and c.id = t.contract_id) as "contractNumber", "t"."name" as "name", "t"."due_on" as "dueOn", "t"."amount" as "amount", "t"."allocated" as "allocated", (t.amount - t.allocated) as "openAmount", (case when t.allocated >= t.amount then 'settled' when t.due_on > (select yd_today()) then 'notDue' when t.due_on = (select yd_today()) then 'dueToday' else 'overdue' end) as "timeliness", ((case when t.allocated < t.amount then greatest((select yd_today()) - t.due_on, 0) else 0 end)) as "overdueDays", (case when t.allocated >= t.amount then null when (case when t.allocated < t.amount then greatest((select yd_today()) - t.due_on, 0) else 0 end) <= 0 then 'notDue' when (case when t.allocated < t.amount then greatest((select yd_today()) - t.due_on, 0) else 0 end) <= 30 then 'd30' when (case when t.allocated < t.amount then greatest((select yd_today()) - t.due_on, 0) else 0 end) <= 60 then 'd60' when (case when t.allocated < t.amount then greatest((select yd_today()) - t.due_on, 0) else 0 end) <= 90 then 'd90' when (case when t.allocated < t.amount then greatest((select yd_today()) - t.due_on, 0) else 0 end) <= 180 then 'd180' when (case when t.allocated < t.amount then greatest((select yd_today()) - t.due_on, 0) else 0 end) <= 365 then 'd365' else 'older' end) as "bucket", (case when t.allocated = 0 then 'none' when t.allocated < t.amount then 'part' else 'full' end) as "paymentStatus", "t"."owner_id" as "ownerId", "t"."contract_id" as "contractId", "t"."currency" as "currency", "t"."created_at" as "createdAt", ("t"."due_on")::text as "$s0"
  from "receivables" as t
  where ("t"."org_id" = $1::uuid
  and ("t"."owner_id" = $2::uuid))
  order by "t"."due_on" asc, t.id asc
  limit $3;

-- receivables.list, scope all
select t.id, t.version, "t"."account_id" as "accountId", (select c.number
  from contracts c
  where c.org_id = t.org_id
  and c.id = t.contract_id) as "contractNumber", "t"."name" as "name", "t"."due_on" as "dueOn", "t"."amount" as "amount", "t"."allocated" as "allocated", (t.amount - t.allocated) as "openAmount", (case when t.allocated >= t.amount then 'settled' when t.due_on > (select yd_today()) then 'notDue' when t.due_on = (select yd_today()) then 'dueToday' else 'overdue' end) as "timeliness", ((case when t.allocated < t.amount then greatest((select yd_today()) - t.due_on, 0) else 0 end)) as "overdueDays", (case when t.allocated >= t.amount then null when (case when t.allocated < t.amount then greatest((select yd_today()) - t.due_on, 0) else 0 end) <= 0 then 'notDue' when (case when t.allocated < t.amount then greatest((select yd_today()) - t.due_on, 0) else 0 end) <= 30 then 'd30' when (case when t.allocated < t.amount then greatest((select yd_today()) - t.due_on, 0) else 0 end) <= 60 then 'd60' when (case when t.allocated < t.amount then greatest((select yd_today()) - t.due_on, 0) else 0 end) <= 90 then 'd90' when (case when t.allocated < t.amount then greatest((select yd_today()) - t.due_on, 0) else 0 end) <= 180 then 'd180' when (case when t.allocated < t.amount then greatest((select yd_today()) - t.due_on, 0) else 0 end) <= 365 then 'd365' else 'older' end) as "bucket", (case when t.allocated = 0 then 'none' when t.allocated < t.amount then 'part' else 'full' end) as "paymentStatus", "t"."owner_id" as "ownerId", "t"."contract_id" as "contractId", "t"."currency" as "currency", "t"."created_at" as "createdAt", ("t"."due_on")::text as "$s0"
  from "receivables" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."due_on" asc, t.id asc
  limit $2;

-- receipts.list, scope self
select t.id, t.version, "t"."number" as "number", "t"."account_id" as "accountId", "t"."bank_date" as "bankDate", "t"."amount" as "amount", "t"."allocated" as "allocated", (case when t.reverses is null then t.amount - t.allocated - t.reversed else 0 end) as "remaining", (case when t.reverses is not null then 'reversal' when t.reversed > 0 then 'reversed' when t.allocated = 0 then 'open' when t.allocated < t.amount then 'part' else 'done' end) as "status", "t"."payer" as "payer", "t"."method" as "method", "t"."reference" as "reference", "t"."bank_account" as "bankAccount", "t"."memo" as "memo", "t"."reason" as "reason", "t"."owner_id" as "ownerId", "t"."currency" as "currency", "t"."created_at" as "createdAt", ("t"."bank_date")::text as "$s0"
  from "receipts" as t
  where ("t"."org_id" = $1::uuid
  and ("t"."owner_id" = $2::uuid))
  order by "t"."bank_date" desc, t.id desc
  limit $3;

-- receipts.list, scope all
select t.id, t.version, "t"."number" as "number", "t"."account_id" as "accountId", "t"."bank_date" as "bankDate", "t"."amount" as "amount", "t"."allocated" as "allocated", (case when t.reverses is null then t.amount - t.allocated - t.reversed else 0 end) as "remaining", (case when t.reverses is not null then 'reversal' when t.reversed > 0 then 'reversed' when t.allocated = 0 then 'open' when t.allocated < t.amount then 'part' else 'done' end) as "status", "t"."payer" as "payer", "t"."method" as "method", "t"."reference" as "reference", "t"."bank_account" as "bankAccount", "t"."memo" as "memo", "t"."reason" as "reason", "t"."owner_id" as "ownerId", "t"."currency" as "currency", "t"."created_at" as "createdAt", ("t"."bank_date")::text as "$s0"
  from "receipts" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."bank_date" desc, t.id desc
  limit $2;
