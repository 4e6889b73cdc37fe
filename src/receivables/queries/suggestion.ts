import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { readRow } from '#kernel/read-row.ts';
import { recordVisible } from '#kernel/records.ts';
import { companyCore } from '#kernel/values/company-name.ts';
import { dayOf, daysBetween } from '#kernel/values/day.ts';
import type * as contract from '../contract.ts';
import { receiptObject } from '../fields.ts';
import { suggestAllocation as suggest } from '../rules/suggesting.ts';

type Line = Output<typeof contract.suggestAllocation>['lines'][number];

/** How a receipt may be used: every open line of its customer, with the proposed part of each and the reason. */
export async function suggestAllocation(
  { id }: Input<typeof contract.suggestAllocation>,
  step: Step,
): Promise<Output<typeof contract.suggestAllocation>> {
  const { actor, tx, now } = step;
  const { row, names } = await readRow(receiptObject, id, step);
  const accountId = String(row.accountId);
  const found = await sql<Omit<Line, 'suggested' | 'overdueDays'>>`
    select t.id as "receivableId", t.name, t.contract_id as "contractId", c.number as "contractNumber",
      c.name as "contractName", c.amount as "contractAmount", t.due_on as "dueOn",
      (t.amount - t.allocated)::text as open
    from receivables as t join contracts c on c.org_id = t.org_id and c.id = t.contract_id
    where ${recordVisible(actor, 'receivables')} and t.account_id = ${accountId}::uuid
      and t.currency = ${String(row.currency)} and t.allocated < t.amount
    order by t.due_on, t.id limit 200`.execute(tx);
  const remaining = String(row.remaining);
  const suggestion = suggest({ remaining, memo: row.memo as string | null, lines: found.rows });
  const today = dayOf(now, actor.org.zone);
  const parts = new Map(suggestion.lines.map((line) => [line.receivableId, line.amount]));
  return {
    reason: suggestion.reason,
    contractNumber: suggestion.contractNumber,
    payerDiffers: companyCore(String(row.payer ?? '')) !== companyCore(names[accountId] ?? ''),
    remaining,
    prepaid: suggestion.prepaid,
    lines: found.rows.map((line) => ({
      ...line,
      overdueDays: Math.max(daysBetween(line.dueOn, today), 0),
      suggested: parts.get(line.receivableId) ?? '0.00',
    })),
  };
}
