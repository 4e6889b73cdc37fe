import { type RawBuilder, sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Counted } from '../model.ts';

export interface Difference {
  readonly counted: Counted;
  /** 1: counts from now on; -1: counts no more. */
  readonly sign: 1 | -1;
}

/** What a change means for the sums: the deal no longer counts as it was, and counts as it is now. */
export function differences(before: Counted | null, after: Counted | null): Difference[] {
  return [
    ...(before ? [{ counted: before, sign: -1 } as const] : []),
    ...(after ? [{ counted: after, sign: 1 } as const] : []),
  ];
}

/**
 * The statement that brings the sums per owner and stage up to date. Rows are taken in one order, so that two
 * moves in opposite directions wait for each other instead of locking each other out.
 */
export function addTotals(
  { actor }: Pick<Step, 'actor'>,
  changes: readonly Difference[],
): RawBuilder<unknown> {
  const rows = changes.map(({ counted, sign }) => ({
    owner_id: counted.ownerId,
    stage: counted.stage,
    sign,
    amount: counted.amount,
    win_rate: counted.winRate,
  }));
  return sql`
    insert into opportunity_totals (org_id, owner_id, stage, count, amount, weighted)
    select ${actor.orgId}::uuid, d.owner_id, d.stage, sum(d.sign), sum(d.sign * d.amount),
      sum(d.sign * round(d.amount * d.win_rate / 100, 2))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as d(owner_id uuid, stage text, sign integer, amount numeric, win_rate numeric)
    group by d.owner_id, d.stage order by d.owner_id, d.stage
    on conflict (org_id, owner_id, stage) do update set
      count = opportunity_totals.count + excluded.count,
      amount = opportunity_totals.amount + excluded.amount,
      weighted = opportunity_totals.weighted + excluded.weighted`;
}

/** Brings the sums up to date when nothing else is to be written. */
export async function saveTotals(step: Step, changes: readonly Difference[]): Promise<void> {
  if (changes.length > 0) await addTotals(step, changes).execute(step.tx);
}
