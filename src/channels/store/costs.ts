import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { newId } from '#kernel/values/id.ts';

/** A cost as the grid keeps it: one per channel, campaign and month. */
export interface CostCell {
  readonly channel: string;
  readonly campaignId: string | null;
  /** First day of the month. */
  readonly month: string;
  readonly amount: string;
  readonly note?: string | null;
}

export interface StoredCost {
  readonly id: string;
  readonly version: number;
  readonly channel: string;
  readonly campaignId: string | null;
  readonly month: string;
  readonly amount: string;
  readonly note: string | null;
  readonly [key: string]: unknown;
}

/**
 * Makes sure that the places of these cells exist and locks them, in the order given by their keys. A place that was not
 * there holds 0.00 until somebody says otherwise.
 */
export async function lockCosts(
  { tx, actor, now }: Step,
  cells: readonly Omit<CostCell, 'amount'>[],
): Promise<StoredCost[]> {
  const rows = JSON.stringify(cells.map((cell) => ({ ...cell, id: newId() })));
  await sql`
    insert into channel_costs (org_id, id, channel, campaign_id, month, amount, created_at, created_by)
    select ${actor.orgId}::uuid, r.id, r.channel, r."campaignId", r.month, 0, ${now}, ${actor.id}::uuid
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, channel text, "campaignId" uuid, month date)
    order by r.channel, r."campaignId", r.month
    on conflict (org_id, channel, campaign_id, month) do nothing`.execute(tx);
  const found = await sql<StoredCost>`
    select k.id, k.version, k.channel, k.campaign_id as "campaignId", k.month, k.amount, k.note
    from channel_costs k
    join jsonb_to_recordset(${rows}::jsonb) as r(channel text, "campaignId" uuid, month date)
      on r.channel = k.channel and r."campaignId" is not distinct from k.campaign_id and r.month = k.month
    where k.org_id = ${actor.orgId}::uuid
    order by k.channel, k.campaign_id, k.month for update of k`.execute(tx);
  return found.rows;
}

/** Saves amounts under the lock; returns versions by id. */
export async function saveCosts(
  { tx, actor }: Step,
  costs: readonly { readonly id: string; readonly amount: string; readonly note: string | null }[],
): Promise<Map<string, number>> {
  const saved = await sql<{ id: string; version: number }>`
    update channel_costs k set amount = r.amount, note = r.note, version = k.version + 1
    from jsonb_to_recordset(${JSON.stringify(costs)}::jsonb) as r(id uuid, amount numeric, note text)
    where k.org_id = ${actor.orgId}::uuid and k.id = r.id returning k.id, k.version`.execute(tx);
  return new Map(saved.rows.map(({ id, version }) => [id, version]));
}
