import { type RawBuilder, sql } from 'kysely';
import { visibleOwners } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { recordVisible } from '#kernel/records.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { loadNames } from '../store/simulation.ts';

type Answer = Output<typeof contract.getRun>;

const pageSize = 100;
const nightsShown = 60;

/** What went from people the reader may look at: a rep sees his own, a manager his team's. */
function inReach({ actor }: Step): RawBuilder<unknown> {
  const owners = visibleOwners(actor, 'leads');
  return owners === null ? sql`true` : sql`l.owner_id = any(${[...owners]}::uuid[])`;
}

function runColumns(step: Step): RawBuilder<unknown> {
  return sql`r.id, r.night, r.started_at as "startedAt", r.finished_at as "finishedAt", r.examined,
    coalesce(c.recycled, 0) as recycled, coalesce(c.skipped, 0) as skipped, coalesce(c.failed, 0) as failed,
    coalesce(c.planned, 0) as planned
    from recycle_runs r left join lateral (
      select count(*) filter (where l.outcome = 'recycled') as recycled, count(*) filter (where l.outcome = 'skipped') as skipped,
        count(*) filter (where l.outcome = 'failed') as failed, count(*) filter (where l.outcome = 'planned') as planned
      from recycle_run_leads l where l.org_id = r.org_id and l.run_id = r.id and ${inReach(step)}) as c on true`;
}

interface RunRow extends Omit<Answer['run'], 'startedAt' | 'finishedAt'> {
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

const told = ({ startedAt, finishedAt, ...run }: RunRow): Answer['run'] => ({
  ...run,
  startedAt: startedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});

/** The last nights with what each did, as far as the reader's people are concerned. */
export async function listRuns(_input: object, step: Step): Promise<Output<typeof contract.listRuns>> {
  const found = await sql<RunRow>`
    select ${runColumns(step)} where r.org_id = ${step.actor.orgId}::uuid order by r.night desc limit ${nightsShown}`.execute(
    step.tx,
  );
  return { items: found.rows.map(told) };
}

/** One night lead by lead; the numbers above are exactly its rows. */
export async function getRun(
  { id, outcome, reason, cursor }: Input<typeof contract.getRun>,
  step: Step,
): Promise<Answer> {
  const { tx, actor } = step;
  const run = await sql<RunRow>`
    select ${runColumns(step)} where r.org_id = ${actor.orgId}::uuid and r.id = ${id}::uuid`.execute(tx);
  const row = run.rows[0];
  if (!row) throw notFound();
  const ofRun = sql`l.org_id = ${actor.orgId}::uuid and l.run_id = ${id}::uuid and ${inReach(step)}`;
  const reasons = await sql<Answer['reasons'][number]>`
    select l.outcome, case when l.outcome = 'failed' then null else l.reason end as reason, count(*) as leads
    from recycle_run_leads l where ${ofRun} group by 1, 2 order by 3 desc`.execute(tx);
  const found = await sql<Omit<Answer['rows'][number], 'decidedAt'> & { decidedAt: Date }>`
    select l.lead_id as id, t.company as name, l.owner_id as "ownerId", l.pool_id as "poolId", l.due_on as "dueOn",
      l.outcome, l.reason, l.decided_at as "decidedAt", ${recordVisible(actor, 'leads')} as visible
    from recycle_run_leads l join leads t on t.org_id = l.org_id and t.id = l.lead_id
    where ${ofRun} ${outcome ? sql`and l.outcome = ${outcome}` : sql``}
      ${reason ? sql`and l.reason = ${reason}` : sql``} ${cursor ? sql`and l.lead_id > ${cursor}::uuid` : sql``}
    order by l.lead_id limit ${pageSize + 1}`.execute(tx);
  const rows = found.rows.slice(0, pageSize);
  const pools = await sql<{ id: string; name: string }>`
    select id, name from lead_pools where org_id = ${actor.orgId}::uuid
      and id = any(${rows.flatMap(({ poolId }) => poolId ?? [])}::uuid[])`.execute(tx);
  return {
    run: told(row),
    reasons: reasons.rows,
    rows: rows.map(({ decidedAt, ...rest }) => ({ ...rest, decidedAt: decidedAt.toISOString() })),
    nextCursor: found.rows.length > pageSize ? (rows.at(-1)?.id ?? null) : null,
    names: {
      ...(await loadNames(
        step,
        rows.map(({ ownerId }) => ownerId),
      )),
      ...Object.fromEntries(pools.rows.map((pool) => [pool.id, pool.name])),
    },
  };
}
