import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { sumMoney } from '#kernel/values/money.ts';
import type * as contract from '../contract.ts';

type Grid = Output<typeof contract.costGrid>;

interface Line {
  channel: string;
  campaignId: string | null;
  name: string | null;
  budget: string | null;
  months: Record<string, string> | null;
}

/** The costs of a year as a table: every channel, each followed by its campaigns of that year. */
export async function costGrid(
  { year }: Input<typeof contract.costGrid>,
  { actor, tx }: Step,
): Promise<Grid> {
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  const found = await sql<Line>`
    with costs as (
      select channel, campaign_id, jsonb_object_agg(to_char(month, 'YYYY-MM'), amount::text) as months
      from channel_costs where org_id = ${actor.orgId}::uuid
        and month between ${`${year}-01-01`}::date and ${`${year}-12-01`}::date group by 1, 2
    )
    select coalesce(k.channel, c.channel) as channel, coalesce(k.campaign_id, c.id) as "campaignId", c.name, c.budget, k.months
    from costs k
    full join (select * from campaigns where org_id = ${actor.orgId}::uuid and deleted_at is null and status <> 'cancelled'
        and coalesce(starts_on, created_at::date) <= ${`${year}-12-31`}::date
        and (ends_on is null or ends_on >= ${`${year}-01-01`}::date)) c on c.id = k.campaign_id
    order by 1, c.name nulls first, 2`.execute(tx);
  const rows = await withNames(found.rows, { actor, tx });
  const cellsOf = (line: Line) => months.map((month) => line.months?.[month] ?? null);
  const amounts = (cells: readonly (string | null)[]) => sumMoney(cells.map((cell) => cell ?? '0.00'));
  const lines = rows.map(({ months: _, ...line }, at) => {
    const cells = cellsOf(rows[at] as Line);
    return { ...line, cells, total: amounts(cells) };
  });
  return {
    year,
    currency: actor.org.currency,
    months,
    rows: lines,
    totals: months.map((_, at) => amounts(lines.map(({ cells }) => cells[at] ?? null))),
    total: sumMoney(lines.map(({ total }) => total)),
  };
}

/** A campaign that was cancelled or lies in another year keeps its name beside what was spent on it. */
async function withNames(
  rows: readonly Line[],
  { actor, tx }: Pick<Step, 'actor' | 'tx'>,
): Promise<readonly Line[]> {
  const missing = rows.flatMap(({ campaignId, name }) => (campaignId && name === null ? [campaignId] : []));
  if (missing.length === 0) return rows;
  const found = await sql<{ id: string; name: string; budget: string | null }>`
    select id, name, budget from campaigns where org_id = ${actor.orgId}::uuid and id = any(${missing}::uuid[])`.execute(
    tx,
  );
  const known = new Map(found.rows.map((row) => [row.id, row]));
  return rows.map((row) => {
    const campaign = row.campaignId ? known.get(row.campaignId) : undefined;
    return campaign ? { ...row, name: campaign.name, budget: campaign.budget } : row;
  });
}
