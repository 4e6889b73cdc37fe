import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import { notFound } from '#kernel/values/refusal.ts';
import { isOpen } from '../rules/lead-states.ts';
import { lockHolders } from './import-leads.ts';
import { lockLead, type StoredLead } from './leads.ts';

/**
 * Locks leads that are to become one: first their holders, then the leads in the order of their ids, so that two merges
 * of the same leads, or a merge and a claim, take turns. 404 as soon as one of them is not the actor's to see.
 */
export async function lockForMerge(step: Step, ids: readonly string[]): Promise<StoredLead[]> {
  const { tx, actor } = step;
  const seen = await sql<{ ownerId: string | null }>`
    select t.owner_id as "ownerId" from leads as t
    where t.id = any(${ids}::uuid[]) and ${recordVisible(actor, 'leads')}`.execute(tx);
  if (seen.rows.length !== ids.length) throw notFound();
  const owners = [...new Set(seen.rows.flatMap((row) => row.ownerId ?? []))].toSorted();
  await lockHolders(step, owners);
  const locked: StoredLead[] = [];
  for (const id of ids.toSorted()) locked.push(await lockLead(step, id));
  return ids.flatMap((id) => locked.find((lead) => lead.id === id) ?? []);
}

/** Takes the losers out of the base: gone, with a pointer to what they became part of; they count for nobody. */
export async function retireMerged(
  step: Step,
  losers: readonly StoredLead[],
  winnerId: string,
): Promise<void> {
  const { tx, actor, now } = step;
  const ids = losers.map((lead) => lead.id);
  const gone = await sql<{ id: string }>`
    update leads set deleted_at = ${now}, merged_into = ${winnerId}::uuid, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = any(${ids}::uuid[]) and deleted_at is null returning id`.execute(
    tx,
  );
  if (gone.rows.length !== ids.length) throw notFound();
  await changeHeld(step, losers, -1);
}

/** The losers of a merge that is to be undone, with the number of leads their owners hold now. */
export async function lockRetired(
  step: Step,
  ids: readonly string[],
  winnerId: string,
): Promise<{ readonly losers: readonly StoredLead[]; readonly held: ReadonlyMap<string, number> }> {
  const { tx, actor } = step;
  const owners = await sql<{ ownerId: string }>`
    select distinct owner_id as "ownerId" from leads where org_id = ${actor.orgId}::uuid and id = any(${ids}::uuid[])
      and owner_id is not null order by 1`.execute(tx);
  const held = await lockHolders(
    step,
    owners.rows.map((row) => row.ownerId),
  );
  const found = await sql<StoredLead>`
    select t.id, t.version, t.company, t.status, t.owner_id as "ownerId", t.pool_id as "poolId", t.phone, t.uscc
    from leads as t where t.org_id = ${actor.orgId}::uuid and t.id = any(${ids}::uuid[]) and t.merged_into = ${winnerId}::uuid
    order by t.id for update of t`.execute(tx);
  return { losers: found.rows, held };
}

/** Brings the losers back to where they were. */
export async function reviveMerged(step: Step, losers: readonly StoredLead[]): Promise<void> {
  await sql`
    update leads set deleted_at = null, merged_into = null, version = version + 1
    where org_id = ${step.actor.orgId}::uuid and id = any(${losers.map((lead) => lead.id)}::uuid[])`.execute(
    step.tx,
  );
  await changeHeld(step, losers, 1);
}

async function changeHeld({ tx, actor }: Step, leads: readonly StoredLead[], sign: 1 | -1): Promise<void> {
  const counts = new Map<string, number>();
  for (const { ownerId, status } of leads)
    if (ownerId && isOpen(status)) counts.set(ownerId, (counts.get(ownerId) ?? 0) + sign);
  if (counts.size === 0) return;
  await sql`
    update lead_holders h set held = h.held + c.n
    from unnest(${[...counts.keys()]}::uuid[], ${[...counts.values()]}::integer[]) as c(id, n)
    where h.org_id = ${actor.orgId}::uuid and h.user_id = c.id`.execute(tx);
}

/** Puts everything that losers brought with them on the winner's own shelf. Returns what moved, for the way back. */
export async function moveTouches(
  { tx, actor }: Step,
  from: readonly string[],
  to: string,
): Promise<{ id: string; from: string }[]> {
  const moved = await sql<{ id: string; from: string }>`
    with old as (select id, lead_id from lead_touches
      where org_id = ${actor.orgId}::uuid and lead_id = any(${from}::uuid[]) for update)
    update lead_touches t set lead_id = ${to}::uuid from old
    where t.org_id = ${actor.orgId}::uuid and t.id = old.id returning t.id, old.lead_id as "from"`.execute(
    tx,
  );
  return moved.rows;
}

export async function moveTouchesBack(
  { tx, actor }: Step,
  moved: readonly { readonly id: string; readonly from: string }[],
): Promise<void> {
  await sql`
    update lead_touches t set lead_id = r."from" from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as r(id uuid, "from" uuid)
    where t.org_id = ${actor.orgId}::uuid and t.id = r.id`.execute(tx);
}

export async function countTouches({ tx, actor }: Step, of: readonly string[]): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) as count from lead_touches where org_id = ${actor.orgId}::uuid and lead_id = any(${of}::uuid[])`.execute(
    tx,
  );
  return found.rows[0]?.count ?? 0;
}
