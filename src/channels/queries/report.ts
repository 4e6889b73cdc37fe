import { sql } from 'kysely';
import { scopeOf, visibleTo } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { measureAll } from '#kernel/lists/measure.ts';
import { dayOf } from '#kernel/values/day.ts';
import { type Figure, figuresOf } from '#kernel/values/figures.ts';
import type * as contract from '../contract.ts';
import { resultObject } from '../fields/result.ts';
import { type Brought, type ReportColumn, reportColumns } from '../model.ts';
import { reportAsks } from '../rules/report-asks.ts';
import { broughtOf, costShares, returnsOf, totalOf } from '../rules/returns.ts';
import { knownKinds, touchSource } from './sources.ts';

type Report = Output<typeof contract.channelReport>;

const kindOf: Partial<Record<ReportColumn, string>> = {
  opportunities: 'opportunity',
  signed: 'contract',
  collected: 'receipt',
};

/** What each channel or campaign cost and brought, as this person may see it. */
export async function channelReport(
  { channel, ...looked }: Input<typeof contract.channelReport>,
  step: Step,
): Promise<Report> {
  const { actor, now } = step;
  const today = dayOf(now, actor.org.zone);
  const { currency } = actor.org;
  const kinds = knownKinds(actor);
  const asks = reportAsks({ ...looked, channel: channel ?? null, currency, today }).filter(({ id }) => {
    const kind = kindOf[id as ReportColumn];
    return kind === undefined || kinds.includes(kind);
  });
  const { asked, found } = await measureAll(asks, step);
  const figures = asked.flatMap((ask) => figuresOf(ask, found));
  const reach = await reachOf(step);
  const known = new Set(asked.flatMap(({ measures }) => measures.map(({ key }) => key)));
  const columns = reportColumns.filter((column) => known.has(column));
  const { rows, total } = rowsOf(figures, { columns, whole: reach.whole });
  const campaigns = looked.by === 'campaign' ? await campaignsOf(rows, step) : new Map();
  return {
    asOf: now.toISOString(),
    today,
    currency,
    columns,
    reach,
    rows: rows.map(({ key, ...row }) => ({
      key,
      channel: looked.by === 'channel' ? key : (campaigns.get(key)?.channel ?? null),
      name: campaigns.get(key)?.name ?? null,
      ...row,
    })),
    total,
    figures: figures as Report['figures'],
  };
}

interface Shown {
  readonly columns: readonly ReportColumn[];
  readonly whole: boolean;
}

function rowsOf(figures: readonly Figure[], { columns, whole }: Shown) {
  const parts = figures.map(({ key, value }) => {
    const [column, ...group] = key.split('.');
    return { column: column as ReportColumn, key: group.join('.'), value };
  });
  const keys = [...new Set(parts.flatMap(({ key }) => (key ? [key] : [])))];
  const byKey = Map.groupBy(parts, ({ key }) => key);
  const brought = keys.map((key) =>
    broughtOf(Object.fromEntries((byKey.get(key) ?? []).map(({ column, value }) => [column, value]))),
  );
  const shares = costShares(brought.map(({ cost }) => cost));
  // A return on money that is not in sight, or on leads that are not, would be no return.
  const judged = (one: Brought, costShare: string | null) => {
    const all = returnsOf(one);
    const spent = columns.includes('cost');
    return {
      rate: all.rate,
      costPerLead: spent && whole ? all.costPerLead : null,
      costShare: spent ? costShare : null,
      roi: spent && whole && columns.includes('signed') ? all.roi : null,
      payback: spent && whole && columns.includes('collected') ? all.payback : null,
    };
  };
  const sum = totalOf(brought);
  const rows = keys
    .map((key, at) => ({ key, brought: brought[at] as Brought, share: shares[at] ?? null }))
    .map(({ key, brought: one, share }) => ({ key, brought: one, returns: judged(one, share) }))
    .sort(
      (a, b) =>
        Number(b.brought.signed) - Number(a.brought.signed) ||
        Number(b.brought.leads) - Number(a.brought.leads),
    );
  return {
    rows,
    total: { brought: sum, returns: judged(sum, shares.some((share) => share !== null) ? '100.0' : null) },
  };
}

/** How much of the organisation this person sees: costs are the whole organisation's, leads and money those in his reach. */
async function reachOf({ actor, tx }: Step): Promise<Report['reach']> {
  if (scopeOf(actor, 'leads') === 'all') return { seen: 0, all: null, whole: true };
  const found = await sql<{ seen: number; all: number; results: boolean }>`
    select (select count(distinct t.lead_id)::integer from channel_touches as t where ${touchSource.visible?.(actor) ?? sql`false`}) as seen,
      (select count(*)::integer from leads where org_id = ${actor.orgId}::uuid and deleted_at is null) as "all",
      not exists (select from channel_results as t where t.org_id = ${actor.orgId}::uuid
        and (${visibleTo(actor, { ...resultObject, object: 'leads' })}) is not true) as results`.execute(tx);
  const { seen = 0, all = 0, results = false } = found.rows[0] ?? {};
  return { seen, all, whole: seen === all && results };
}

async function campaignsOf(
  rows: readonly { readonly key: string }[],
  { actor, tx }: Step,
): Promise<Map<string, { name: string; channel: string }>> {
  const ids = rows.flatMap(({ key }) => (key === 'none' ? [] : [key]));
  if (ids.length === 0) return new Map();
  const found = await sql<{ id: string; name: string; channel: string }>`
    select id, name, channel from campaigns where org_id = ${actor.orgId}::uuid and id = any(${ids}::uuid[])`.execute(
    tx,
  );
  return new Map(found.rows.map(({ id, ...row }) => [id, row]));
}
