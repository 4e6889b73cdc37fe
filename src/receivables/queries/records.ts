import { type RawBuilder, sql } from 'kysely';
import { may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { readRow } from '#kernel/read-row.ts';
import type * as contract from '../contract.ts';
import { receiptObject, receivableObject } from '../fields.ts';

type AllocationShown = Output<typeof contract.getReceipt>['allocations'][number];

/** Allocations as both sides show them, oldest first, reversals beside what they take back. */
async function listAllocations({ tx, actor }: Step, where: RawBuilder<unknown>): Promise<AllocationShown[]> {
  const found = await sql<Omit<AllocationShown, 'at'> & { at: Date }>`
    select a.id, a.receipt_id as "receiptId", r.number as "receiptNumber", a.receivable_id as "receivableId",
      v.name as "receivableName", c.id as "contractId", c.number as "contractNumber", c.name as "contractName",
      a.amount, a.allocated_on as "on", a.reverses, a.reason, a.created_at as at, u.name as "byName",
      exists (select 1 from allocations b where b.org_id = a.org_id and b.reverses = a.id) as reversed
    from allocations a
    join receipts r on r.org_id = a.org_id and r.id = a.receipt_id
    join receivables v on v.org_id = a.org_id and v.id = a.receivable_id
    join contracts c on c.org_id = v.org_id and c.id = v.contract_id
    left join users u on u.org_id = a.org_id and u.id = a.created_by
    where a.org_id = ${actor.orgId}::uuid and ${where} order by a.created_at, a.id limit 500`.execute(tx);
  return found.rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export async function getReceivable(
  { id }: Input<typeof contract.getReceivable>,
  step: Step,
): Promise<Output<typeof contract.getReceivable>> {
  const { row, names } = await readRow(receivableObject, id, step);
  return {
    receivable: row as Output<typeof contract.getReceivable>['receivable'],
    allocations: await listAllocations(step, sql`a.receivable_id = ${id}::uuid`),
    names,
  };
}

export async function getReceipt(
  { id }: Input<typeof contract.getReceipt>,
  step: Step,
): Promise<Output<typeof contract.getReceipt>> {
  const { row, names } = await readRow(receiptObject, id, step);
  const { actor } = step;
  const live = row.status !== 'reversed' && row.status !== 'reversal';
  return {
    receipt: row as Output<typeof contract.getReceipt>['receipt'],
    allocations: await listAllocations(step, sql`a.receipt_id = ${id}::uuid`),
    names,
    may: {
      allocate: live && Number(row.remaining) > 0 && may(actor, 'receipts.allocate'),
      reverse: live && Number(row.allocated) === 0 && may(actor, 'receipts.reverse'),
      reverseAllocation: live && may(actor, 'receipts.allocate'),
    },
  };
}
