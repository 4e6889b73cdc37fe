import { sql } from 'kysely';
import { visibleTo } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { recordVisible } from '#kernel/records.ts';
import { addDays, startOfDay } from '#kernel/values/day.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { responseTimerObject } from '../fields.ts';
import type { ResponseFigures } from '../model.ts';

export const timerSource: ListSource = { definition: responseTimerObject };

export interface ResponsesAsked {
  /** Half open: from the first instant up to, not including, the last. */
  readonly from: Date;
  readonly until: Date;
  readonly by: 'owner' | 'channel';
}

/**
 * First responses to leads given within a period, by person or channel; the clock on the wall, from getting the lead to
 * the first call, visit, meeting or message. What is still open counts as started, in neither average nor median.
 * The last row, with an empty key, is all of them together.
 */
export async function sumFirstResponses(
  { from, until, by }: ResponsesAsked,
  step: Step,
): Promise<ResponseFigures[]> {
  const key = by === 'owner' ? sql`t.owner_id::text` : sql`t.channel`;
  const seconds = sql`extract(epoch from t.responded_at - t.started_at)`;
  const found = await sql<ResponseFigures>`
    select coalesce(${key}, '') as key, count(*) as started, count(t.responded_at) as responded,
      count(*) filter (where t.closed_at is null) as open,
      count(*) filter (where t.responded_at <= t.due_at) as "inTime",
      count(*) filter (where coalesce(t.responded_at, t.closed_at, ${step.now}::timestamptz) > t.due_at) as breached,
      round(avg(${seconds}))::integer as "averageSeconds",
      round(percentile_cont(0.5) within group (order by ${seconds}))::integer as "medianSeconds"
    from response_timers t
    where ${visibleTo(step.actor, responseTimerObject)} and t.started_at >= ${from} and t.started_at < ${until}
    group by grouping sets ((${key}), ())
    order by grouping(${key}), count(*) desc, 1`.execute(step.tx);
  return found.rows;
}

export async function firstResponses(
  { from, to, by }: Input<typeof contract.firstResponses>,
  step: Step,
): Promise<Output<typeof contract.firstResponses>> {
  const { zone } = step.actor.org;
  const period = { from: startOfDay(from, zone), until: startOfDay(addDays(to, 1), zone) };
  const rows = await sumFirstResponses({ ...period, by }, step);
  const total = rows.at(-1);
  if (!total) throw notFound();
  const items = rows.slice(0, -1);
  const names =
    by === 'owner'
      ? await sql<{ id: string; name: string }>`
          select id, name from users where org_id = ${step.actor.orgId}::uuid and id = any(${items.map((row) => row.key)}::uuid[])`.execute(
          step.tx,
        )
      : { rows: [] };
  return { items, total, names: Object.fromEntries(names.rows.map(({ id, name }) => [id, name])) };
}

type OfLead = Output<typeof contract.assignmentsOfLead>;

/** How a lead came to where it is: every change of hands with its reason, and the clock of the first response. */
export async function assignmentsOfLead(
  { id }: Input<typeof contract.assignmentsOfLead>,
  { tx, actor }: Step,
): Promise<OfLead> {
  const org = sql`${actor.orgId}::uuid`;
  const seen =
    await sql`select 1 from leads as t where t.id = ${id}::uuid and ${recordVisible(actor, 'leads')}`.execute(
      tx,
    );
  if (seen.rows.length === 0) throw notFound();
  const items = await sql<OfLead['items'][number]>`
    select a.id, a.at, a.cause, a.from_owner_id as "fromOwnerId", a.to_owner_id as "toOwnerId", p.name as "toPool",
      a.rule_name as "ruleName", a.why
    from assignments a left join lead_pools p on p.org_id = a.org_id and p.id = a.to_pool_id
    where a.org_id = ${org} and a.lead_id = ${id}::uuid order by a.at desc, a.id desc limit 50`.execute(tx);
  const timer = await sql<NonNullable<OfLead['timer']>>`
    select policy, started_at as "startedAt", due_at as "dueAt", responded_at as "respondedAt", escalated_at as "escalatedAt",
      case when at_last <> 'nothing' then reassign_at end as "reassignAt", closed_at is null as open
    from response_timers where org_id = ${org} and lead_id = ${id}::uuid order by started_at desc, id desc limit 1`.execute(
    tx,
  );
  const waiting = await sql`
    select 1 from waiting_leads where org_id = ${org} and lead_id = ${id}::uuid`.execute(tx);
  const ids = items.rows.flatMap((row) => [row.fromOwnerId, row.toOwnerId]).filter((one) => one !== null);
  const names = await sql<{ id: string; name: string }>`
    select id, name from users where org_id = ${org} and id = any(${ids}::uuid[])`.execute(tx);
  return {
    items: items.rows,
    names: Object.fromEntries(names.rows.map((row) => [row.id, row.name])),
    timer: timer.rows[0] ?? null,
    waiting: waiting.rows.length > 0,
  };
}
