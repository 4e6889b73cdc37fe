import { type RawBuilder, sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import { type Day, dayOf } from '#kernel/values/day.ts';
import { type AgeingBucket, ageingBuckets, bucketEnds } from '../model.ts';

/** Which receivables a figure is about, and as of which day. */
export interface PositionScope {
  readonly asOf?: Day | undefined;
  readonly currency?: string | undefined;
  readonly accountId?: string | undefined;
  readonly ownerId?: string | undefined;
}

export interface KnownScope extends PositionScope {
  readonly asOf: Day;
  readonly currency: string;
}

export function knownScope(scope: PositionScope, { actor, now }: Step): KnownScope {
  return {
    ...scope,
    asOf: scope.asOf ?? dayOf(now, actor.org.zone),
    currency: scope.currency ?? actor.org.currency,
  };
}

/**
 * Every receivable the actor may see with what was open on a day: opened by then, less the allocations dated by then.
 * Columns: id, account_id, contract_id, name, amount, due_on, open, late (days past due), bucket.
 */
export function agedLines(scope: KnownScope, { actor, now }: Step): RawBuilder<unknown> {
  const { asOf, currency, accountId, ownerId } = scope;
  const today = dayOf(now, actor.org.zone);
  // On the present day the kept sums say the same as the rows, a hundred times faster.
  const paid =
    asOf >= today
      ? sql`t.allocated`
      : sql`coalesce((select sum(a.amount) from allocations a where a.org_id = t.org_id
          and a.receivable_id = t.id and a.allocated_on <= ${asOf}::date), 0)`;
  return sql`(
    select line.*, ${asOf}::date - line.due_on as late, ${bucketSql(asOf)} as bucket from (
      select t.id, t.org_id, t.account_id, t.contract_id, t.name, t.amount, t.due_on, t.amount - ${paid} as open
      from receivables as t
      where ${recordVisible(actor, 'receivables')} and t.currency = ${currency}
        and (t.created_at at time zone ${actor.org.zone})::date <= ${asOf}::date
        ${accountId ? sql`and t.account_id = ${accountId}::uuid` : sql``}
        ${ownerId ? sql`and t.owner_id = ${ownerId}::uuid` : sql``}) as line)`;
}

/** The buckets of model.ts, asked in SQL. */
function bucketSql(asOf: Day): RawBuilder<unknown> {
  const late = sql`${asOf}::date - line.due_on`;
  const upTo = bucketEnds.map(
    ([bucket, end]) => sql`when ${late} <= ${sql.lit(end)} then ${sql.lit(bucket)}`,
  );
  return sql`case ${sql.join(upTo, sql` `)} else 'older' end`;
}

export interface BucketSum {
  bucket: AgeingBucket;
  amount: string;
  lines: number;
}

/** All seven buckets in their order, those without a row as zero. */
export function everyBucket(found: readonly BucketSum[]): BucketSum[] {
  return ageingBuckets.map(
    (bucket) => found.find((one) => one.bucket === bucket) ?? { bucket, amount: '0.00', lines: 0 },
  );
}
