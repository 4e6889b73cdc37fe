import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { sumMoney } from '#kernel/values/money.ts';
import type * as contract from '../contract.ts';
import { type AgeingBucket, ageingBuckets } from '../model.ts';
import { agedLines, type BucketSum, everyBucket, knownScope } from './ageing-sql.ts';

const linesShown = 500;

interface AccountRow {
  accountId: string;
  name: string;
  bucket: AgeingBucket;
  open: string;
  oldestDays: number;
}

/** Who owes how much since when: customers by bucket, the most owed first, with the sums they add up to. */
export async function getAgeing(
  { limit, ...given }: Input<typeof contract.getAgeing>,
  step: Step,
): Promise<Output<typeof contract.getAgeing>> {
  const scope = knownScope(given, step);
  const found = await sql<AccountRow>`
    select aged.account_id as "accountId", a.name, aged.bucket, sum(aged.open)::numeric(18,2)::text as open,
      greatest(max(aged.late), 0) as "oldestDays"
    from ${agedLines(scope, step)} as aged
    join accounts a on a.org_id = aged.org_id and a.id = aged.account_id
    where aged.open > 0 group by aged.account_id, a.name, aged.bucket`.execute(step.tx);
  const sums = await sql<BucketSum>`
    select bucket, sum(open)::numeric(18,2)::text as amount, count(*) as lines
    from ${agedLines(scope, step)} as aged where open > 0 group by bucket`.execute(step.tx);
  const buckets = everyBucket(sums.rows);
  const items = byAccount(found.rows);
  return {
    asOf: scope.asOf,
    currency: scope.currency,
    total: sumMoney(buckets.map((one) => one.amount)),
    buckets,
    accounts: items.length,
    items: items.slice(0, limit),
  };
}

type Item = Output<typeof contract.getAgeing>['items'][number];

function byAccount(rows: readonly AccountRow[]): Item[] {
  const items = new Map<string, Item>();
  for (const row of rows) {
    const item = items.get(row.accountId) ?? {
      ...{ accountId: row.accountId, name: row.name, open: '0.00', oldestDays: 0 },
      buckets: Object.fromEntries(ageingBuckets.map((key) => [key, '0.00'])) as Item['buckets'],
    };
    item.buckets[row.bucket] = row.open;
    item.open = sumMoney([item.open, row.open]);
    item.oldestDays = Math.max(item.oldestDays, row.oldestDays);
    items.set(row.accountId, item);
  }
  return [...items.values()].sort((a, b) => Number(b.open) - Number(a.open));
}

/** The rows behind one figure of the ageing, as of the same day; the first 500, the oldest first. */
export async function listAgedLines(
  { bucket, ...given }: Input<typeof contract.listAgedLines>,
  step: Step,
): Promise<Output<typeof contract.listAgedLines>> {
  const scope = knownScope(given, step);
  const within = bucket ? sql`and aged.bucket = ${bucket}` : sql``;
  const found = await sql<Output<typeof contract.listAgedLines>['items'][number]>`
    select aged.id, aged.name, aged.account_id as "accountId", a.name as "accountName",
      aged.contract_id as "contractId", c.number as "contractNumber", aged.amount, aged.open::numeric(18,2)::text as open,
      aged.due_on as "dueOn", greatest(aged.late, 0) as "overdueDays"
    from ${agedLines(scope, step)} as aged
    join accounts a on a.org_id = aged.org_id and a.id = aged.account_id
    join contracts c on c.org_id = aged.org_id and c.id = aged.contract_id
    where aged.open > 0 ${within} order by aged.due_on, aged.id limit ${linesShown}`.execute(step.tx);
  const total = await sql<{ total: string }>`
    select coalesce(sum(open), 0)::numeric(18,2)::text as total from ${agedLines(scope, step)} as aged
    where open > 0 ${within}`.execute(step.tx);
  return { asOf: scope.asOf, total: total.rows[0]?.total ?? '0.00', items: found.rows };
}
