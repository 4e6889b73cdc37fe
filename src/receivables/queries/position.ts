import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import { recordVisible } from '#kernel/records.ts';
import { sumMoney } from '#kernel/values/money.ts';
import type * as contract from '../contract.ts';
import { agedLines, type BucketSum, everyBucket, knownScope, type PositionScope } from './ageing-sql.ts';

type Position = Output<typeof contract.getPosition>;

/**
 * Contracted, received, outstanding and overdue as of a day, over what the actor may see, in one currency.
 * Contracted = received + outstanding, and the buckets add up to outstanding.
 */
export async function getPosition(given: PositionScope, step: Step): Promise<Position> {
  const scope = knownScope(given, step);
  const { actor, tx } = step;
  const buckets = await sql<BucketSum>`
    select bucket, sum(open)::numeric(18,2)::text as amount, count(*) as lines
    from ${agedLines(scope, step)} as aged where open > 0 group by bucket`.execute(tx);
  const sums = await sql<{ received: string }>`
    select coalesce(sum(amount - open), 0)::numeric(18,2)::text as received
    from ${agedLines(scope, step)} as aged`.execute(tx);
  const signed = await sql<{ contracted: string; contracts: number }>`
    select coalesce(sum(t.amount), 0)::numeric(18,2)::text as contracted, count(*) as contracts
    from contracts as t
    where ${recordVisible(actor, 'contracts')} and t.status = 'active' and t.currency = ${scope.currency}
      and (t.activated_at at time zone ${actor.org.zone})::date <= ${scope.asOf}::date
      ${scope.accountId ? sql`and t.account_id = ${scope.accountId}::uuid` : sql``}
      ${scope.ownerId ? sql`and t.owner_id = ${scope.ownerId}::uuid` : sql``}`.execute(tx);
  const all = everyBucket(buckets.rows);
  const late = all.filter((one) => one.bucket !== 'notDue');
  return {
    asOf: scope.asOf,
    currency: scope.currency,
    contracted: signed.rows[0]?.contracted ?? '0.00',
    contracts: signed.rows[0]?.contracts ?? 0,
    received: sums.rows[0]?.received ?? '0.00',
    outstanding: sumMoney(all.map((one) => one.amount)),
    overdue: sumMoney(late.map((one) => one.amount)),
    overdueLines: late.reduce((count, one) => count + one.lines, 0),
    prepaid: await sumPrepaid(scope, step),
    buckets: all,
  };
}

async function sumPrepaid(scope: ReturnType<typeof knownScope>, step: Step): Promise<string> {
  const { asOf, currency, accountId, ownerId } = scope;
  const found = await sql<{ prepaid: string }>`
    select coalesce(sum(t.amount - coalesce((select sum(a.amount) from allocations a
        where a.org_id = t.org_id and a.receipt_id = t.id and a.allocated_on <= ${asOf}::date), 0)), 0)::numeric(18,2)::text as prepaid
    from receipts as t
    where ${recordVisible(step.actor, 'receipts')} and t.currency = ${currency} and t.bank_date <= ${asOf}::date
      ${accountId ? sql`and t.account_id = ${accountId}::uuid` : sql``}
      ${ownerId ? sql`and t.owner_id = ${ownerId}::uuid` : sql``}`.execute(step.tx);
  return found.rows[0]?.prepaid ?? '0.00';
}
