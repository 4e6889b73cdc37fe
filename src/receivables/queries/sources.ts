import { type RawBuilder, sql } from 'kysely';
import { type Actor, visibleOwners } from '#kernel/access.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { receiptObject, receivableObject } from '../fields.ts';

/** A receipt is also seen by whoever owns a contract that it pays, when the account is a colleague's. */
export function paysForMine(actor: Actor): RawBuilder<unknown> | undefined {
  const owners = visibleOwners(actor, 'receivables');
  if (owners === null || owners.length === 0) return undefined;
  return sql`exists (select 1 from allocations a
    join receivables v on v.org_id = a.org_id and v.id = a.receivable_id
    where a.org_id = t.org_id and a.receipt_id = t.id and v.owner_id = any(${owners}::uuid[]))`;
}

export const receivableSource: ListSource = { definition: receivableObject };
export const receiptSource: ListSource = { definition: receiptObject, also: paysForMine };
