import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { MoveDirection, Opportunity, Stage } from '../model.ts';
import { addTotals, differences } from './totals.ts';

export interface NewMove {
  readonly to: Stage;
  readonly direction: MoveDirection;
  readonly skipped: number;
  readonly daysInStage: number;
  readonly reason: string | null;
}

/** Columns that a move sets beside the stage. */
export interface Ending {
  readonly lostReason: string | null;
  readonly competitor: string | null;
}

/**
 * Moves a deal: the one door for every path. Sets stage, state and win rate, adds the next link of the history and
 * keeps the sums, in one statement. The version guard is here, in the lowest write.
 */
export async function saveMove(
  step: Step,
  deal: Opportunity,
  move: NewMove,
  ending: Ending | null,
): Promise<number> {
  const { tx, actor, now } = step;
  const { to } = move;
  const after = { ...deal, stage: to.key, winRate: to.winRate };
  const saved = await sql<{ version: number }>`
    with moved as (
      update opportunities set stage = ${to.key}, status = ${to.kind}, win_rate = ${to.winRate}, stage_since = ${now},
        stage_seq = stage_seq + 1, closed_at = ${to.kind === 'open' ? null : now}::timestamptz,
        lost_reason = ${ending?.lostReason ?? null},
        competitor = coalesce(${ending?.competitor ?? null}, competitor),
        next_contact_at = case when ${to.kind} = 'open' then next_contact_at end,
        version = version + 1
      where org_id = ${actor.orgId}::uuid and id = ${deal.id}::uuid and version = ${deal.version}
        and stage = ${deal.stage} and stage_seq = ${deal.stageSeq}
      returning version
    ), history as (
      insert into opportunity_moves (org_id, opportunity_id, seq, from_stage, to_stage, direction, skipped, at, actor_id,
        amount, win_rate, days_in_stage, reason)
      values (${actor.orgId}::uuid, ${deal.id}::uuid, ${deal.stageSeq + 1}, ${deal.stage}, ${to.key}, ${move.direction},
        ${move.skipped}, ${now}, ${actor.id}::uuid, ${deal.amount}, ${to.winRate}, ${move.daysInStage}, ${move.reason})
    ), totals as (${addTotals(step, differences(deal, after))})
    select version from moved`.execute(tx);
  const version = saved.rows[0]?.version;
  if (version === undefined) throw notFound();
  return version;
}

/** Starts the history of a new deal and counts it. */
export async function saveFirstMove(
  step: Step,
  deal: { id: string; ownerId: string; stage: string; amount: string; winRate: string },
): Promise<void> {
  const { tx, actor, now } = step;
  await sql`
    with history as (
      insert into opportunity_moves (org_id, opportunity_id, seq, to_stage, direction, at, actor_id, amount, win_rate)
      values (${actor.orgId}::uuid, ${deal.id}::uuid, 1, ${deal.stage}, 'created', ${now}, ${actor.id}::uuid, ${deal.amount},
        ${deal.winRate})
    )
    ${addTotals(step, differences(null, deal))}`.execute(tx);
}

/** Gives a deal to somebody; stage and history stay, the sums go along. */
export async function saveOwner(step: Step, deal: Opportunity, ownerId: string): Promise<number> {
  const { tx, actor } = step;
  const saved = await sql<{ version: number }>`
    with moved as (
      update opportunities set owner_id = ${ownerId}::uuid, version = version + 1
      where org_id = ${actor.orgId}::uuid and id = ${deal.id}::uuid and version = ${deal.version}
      returning version
    ), totals as (${addTotals(step, differences(deal, { ...deal, ownerId }))})
    select version from moved`.execute(tx);
  const version = saved.rows[0]?.version;
  if (version === undefined) throw notFound();
  return version;
}

/** Into the bin or out of it: what lies there counts nowhere. */
export async function saveDeleted(step: Step, deal: Opportunity, at: Date | null): Promise<number> {
  const { tx, actor } = step;
  const changes = at ? differences(deal, null) : differences(null, deal);
  const saved = await sql<{ version: number }>`
    with moved as (
      update opportunities set deleted_at = ${at}, version = version + 1
      where org_id = ${actor.orgId}::uuid and id = ${deal.id}::uuid and version = ${deal.version}
      returning version
    ), totals as (${addTotals(step, changes)})
    select version from moved`.execute(tx);
  const version = saved.rows[0]?.version;
  if (version === undefined) throw notFound();
  return version;
}
