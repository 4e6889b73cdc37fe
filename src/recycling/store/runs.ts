import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { newId } from '#kernel/values/id.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { exemptBy, freshlyFollowed, freshlyPlanned } from './clock-sql.ts';

export interface Run {
  readonly id: string;
  readonly night: string;
  readonly finishedAt: Date | null;
}

/** Opens the night's run once, whoever comes first, and locks it; `fresh` when it has still to be planned. */
export async function openRun(
  { tx, actor, now }: Step,
  night: string,
): Promise<{ run: Run; fresh: boolean }> {
  const made = await sql`
    insert into recycle_runs (org_id, id, night, started_at, examined)
    values (${actor.orgId}::uuid, ${newId()}::uuid, ${night}::date, ${now}, 0) on conflict do nothing returning 1`.execute(
    tx,
  );
  const found = await sql<Run>`
    select id, night, finished_at as "finishedAt" from recycle_runs
    where org_id = ${actor.orgId}::uuid and night = ${night}::date for update`.execute(tx);
  const run = found.rows[0];
  if (!run) throw new Error('a run was just opened');
  return { run, fresh: made.rows.length > 0 };
}

/**
 * Writes down what is due tonight and what becomes of it: exempt ones stay, of the others each person loses at most his
 * share, the longest due first. One statement over everything held.
 */
export async function planRun(step: Step, run: Run, set: RuleSet): Promise<void> {
  const { tx, actor, now } = step;
  await sql`
    with due as (
      select t.id, t.owner_id, t.recycle_rule_id, t.recycle_pool_id, t.recycle_due_on,
        ${exemptBy(step, set, run.night)} as exempt
      from leads t
      where t.org_id = ${actor.orgId}::uuid and t.recycle_due_on <= ${run.night}::date
    ), queued as (
      select due.*, row_number() over (partition by owner_id, exempt is null order by recycle_due_on, id) as turn from due
    )
    insert into recycle_run_leads (org_id, run_id, lead_id, owner_id, rule_id, pool_id, due_on, outcome, reason, decided_at)
    select ${actor.orgId}::uuid, ${run.id}::uuid, q.id, q.owner_id, q.recycle_rule_id, q.recycle_pool_id, q.recycle_due_on,
      case when q.exempt is null and q.turn <= greatest(1, floor(h.held * ${set.nightShare}::numeric / 100)) then 'planned'
        else 'skipped' end,
      coalesce(q.exempt, case when q.turn > greatest(1, floor(h.held * ${set.nightShare}::numeric / 100)) then 'paced' end),
      ${now}
    from queued q join lead_holders h on h.org_id = ${actor.orgId}::uuid and h.user_id = q.owner_id`.execute(
    tx,
  );
  await sql`
    update recycle_runs set examined = (select count(*) from leads t
      where t.org_id = ${actor.orgId}::uuid and t.recycle_due_on is not null)
    where org_id = ${actor.orgId}::uuid and id = ${run.id}::uuid`.execute(tx);
}

export interface Planned {
  readonly id: string;
  readonly ownerId: string;
}

/** Takes the next planned leads of a run, one person's after another's; what another worker has in hand is left to him. */
export async function takePlanned(
  { tx, actor }: Step,
  { runId, after, atMost }: { runId: string; after: Planned | null; atMost: number },
): Promise<Planned[]> {
  const found = await sql<Planned>`
    select lead_id as id, owner_id as "ownerId" from recycle_run_leads
    where org_id = ${actor.orgId}::uuid and run_id = ${runId}::uuid and outcome = 'planned'
      ${after ? sql`and (owner_id, lead_id) > (${after.ownerId}::uuid, ${after.id}::uuid)` : sql``}
    order by owner_id, lead_id limit ${atMost} for update skip locked`.execute(tx);
  return found.rows;
}

export interface Examined {
  readonly id: string;
  readonly exempt: string | null;
  readonly baseDay: string;
  readonly from: 'followed' | 'owned';
}

/** Looks once more at locked leads: what keeps them now, and since when their clock counts. */
export async function examineLocked(
  step: Step,
  ids: readonly string[],
  night: string,
  set: RuleSet,
): Promise<Examined[]> {
  const { actor } = step;
  const found = await sql<Examined>`
    select t.id, case when ${freshlyFollowed()} then 'followed' when ${freshlyPlanned(step, set, night)} then 'plan'
      else ${exemptBy(step, set, night)} end as exempt,
      (greatest(t.owner_since, case when t.recycle_by = 'notFollowed' then t.last_effective_at end)
        at time zone t.recycle_zone)::date as "baseDay",
      case when t.recycle_by = 'notFollowed' and t.last_effective_at > t.owner_since then 'followed' else 'owned' end as "from"
    from leads t where t.org_id = ${actor.orgId}::uuid and t.id = any(${ids}::uuid[])`.execute(step.tx);
  return found.rows;
}

/** Of these leads, those that are not due with this owner any more: somebody was quicker than the night. */
export async function noLongerDue(
  { tx, actor }: Step,
  planned: readonly Planned[],
  night: string,
): Promise<Set<string>> {
  const found = await sql<{ id: string }>`
    select w.id from jsonb_to_recordset(${JSON.stringify(planned)}::jsonb) as w(id uuid, "ownerId" uuid)
    left join leads t on t.org_id = ${actor.orgId}::uuid and t.id = w.id
    where t.owner_id is distinct from w."ownerId" or t.recycle_due_on is null or t.recycle_due_on > ${night}::date`.execute(
    tx,
  );
  return new Set(found.rows.map(({ id }) => id));
}

export interface Result {
  readonly id: string;
  readonly outcome: 'recycled' | 'skipped' | 'failed';
  readonly reason: string | null;
  readonly poolId: string | null;
}

export async function saveResults(
  { tx, actor, now }: Step,
  runId: string,
  results: readonly Result[],
): Promise<void> {
  if (results.length === 0) return;
  await sql`
    update recycle_run_leads l set outcome = r.outcome, reason = r.reason, pool_id = coalesce(r."poolId", l.pool_id),
      decided_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as r(id uuid, outcome text, reason text, "poolId" uuid)
    where l.org_id = ${actor.orgId}::uuid and l.run_id = ${runId}::uuid and l.lead_id = r.id`.execute(tx);
}

/** What failed is tried again with the next tick of the same night. */
export async function retryFailed({ tx, actor }: Step, runId: string): Promise<void> {
  await sql`
    update recycle_run_leads set outcome = 'planned'
    where org_id = ${actor.orgId}::uuid and run_id = ${runId}::uuid and outcome = 'failed'`.execute(tx);
}

/** Ends the night unless something is still to be done; returns what each person lost when this call ended it. */
export async function finishRun(
  { tx, actor, now }: Step,
  runId: string,
): Promise<{ userId: string; count: number }[]> {
  const ended = await sql`
    update recycle_runs r set finished_at = ${now}
    where r.org_id = ${actor.orgId}::uuid and r.id = ${runId}::uuid and r.finished_at is null and not exists (
      select 1 from recycle_run_leads l where l.org_id = r.org_id and l.run_id = r.id and l.outcome in ('planned', 'failed'))
    returning 1`.execute(tx);
  if (ended.rows.length === 0) return [];
  const lost = await sql<{ userId: string; count: number }>`
    select owner_id as "userId", count(*) as count from recycle_run_leads
    where org_id = ${actor.orgId}::uuid and run_id = ${runId}::uuid and outcome = 'recycled' group by 1 order by 1`.execute(
    tx,
  );
  return lost.rows;
}
