import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { LastStep } from '../model.ts';
import type { DueMoments, RunningTimer } from '../rules/responding.ts';

export interface NewTimer extends DueMoments {
  readonly id: string;
  readonly leadId: string;
  readonly ownerId: string;
  readonly channel: string;
  readonly policy: string;
  readonly minutes: number;
  readonly atLast: LastStep;
  readonly startedAt: Date;
}

export type StoredTimer = RunningTimer & {
  readonly id: string;
  readonly leadId: string;
  readonly company: string;
  readonly ownerId: string;
  readonly owner: string;
  readonly policy: string;
  readonly minutes: number;
  readonly startedAt: Date;
};

/** Starts clocks: one for each time a person gets a lead. */
export async function insertTimers({ tx, actor }: Step, timers: readonly NewTimer[]): Promise<void> {
  if (timers.length === 0) return;
  await sql`
    insert into response_timers (org_id, id, lead_id, owner_id, channel, policy, minutes, at_last, started_at, due_at,
      escalate_at, reassign_at, next_at)
    select ${actor.orgId}::uuid, r.id, r."leadId", r."ownerId", r.channel, r.policy, r.minutes, r."atLast", r."startedAt",
      r."dueAt", r."escalateAt", r."reassignAt", r."dueAt"
    from jsonb_to_recordset(${JSON.stringify(timers)}::jsonb) as r(id uuid, "leadId" uuid, "ownerId" uuid, channel text,
      policy text, minutes integer, "atLast" text, "startedAt" timestamptz, "dueAt" timestamptz, "escalateAt" timestamptz,
      "reassignAt" timestamptz)
    on conflict do nothing`.execute(tx);
}

/** Ends the running clock of leads that have gone on: to another owner, a pool, a customer, the bin. */
export async function endTimers(
  { tx, actor, now }: Step,
  leadIds: readonly string[],
  outcome: 'moved' | 'closed',
): Promise<void> {
  if (leadIds.length === 0) return;
  await sql`
    update response_timers set closed_at = ${now}, outcome = ${outcome}, next_at = null
    where org_id = ${actor.orgId}::uuid and lead_id = any(${leadIds}::uuid[]) and closed_at is null`.execute(
    tx,
  );
}

/**
 * Stops the running clocks of these leads that their owner has answered: by the first call, visit, meeting or message
 * that he himself wrote down. It counts from when it happened; people enter whole minutes. Returns the clocks stopped.
 */
export async function stopAnswered(
  { tx, actor, now }: Step,
  leadIds: readonly string[],
): Promise<Set<string>> {
  if (leadIds.length === 0) return new Set();
  const stopped = await sql<{ id: string }>`
    update response_timers t set responded_at = greatest(a.happened_at, t.started_at), logged_at = a.created_at,
      closed_at = ${now}, outcome = 'responded', next_at = null
    from (
      select distinct on (r.id) r.id, a.happened_at, a.created_at
      from response_timers r join activities a on a.org_id = r.org_id and a.subject_id = r.lead_id and a.owner_id = r.owner_id
      where r.org_id = ${actor.orgId}::uuid and r.lead_id = any(${leadIds}::uuid[]) and r.closed_at is null
        and a.subject_object = 'leads' and a.kind in ('call', 'visit', 'meeting', 'message') and a.deleted_at is null
        and a.happened_at >= date_trunc('minute', r.started_at)
      order by r.id, a.happened_at, a.id
    ) as a
    where t.org_id = ${actor.orgId}::uuid and t.id = a.id and t.closed_at is null
    returning t.id`.execute(tx);
  return new Set(stopped.rows.map((row) => row.id));
}

const columns = sql`
  t.id, t.lead_id as "leadId", l.company, t.owner_id as "ownerId",
  (select u.name from users u where u.org_id = t.org_id and u.id = t.owner_id) as owner, t.policy, t.minutes, t.at_last as "atLast",
  t.started_at as "startedAt", t.due_at as "dueAt", t.escalate_at as "escalateAt", t.reassign_at as "reassignAt",
  t.breached_at as "breachedAt", t.escalated_at as "escalatedAt", t.reassigned_at as "reassignedAt"`;

/** Clocks whose next moment has come, the longest overdue first. */
export async function listDueTimers({ tx, actor, now }: Step, atMost: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from response_timers where org_id = ${actor.orgId}::uuid and next_at <= ${now}
    order by next_at, id limit ${atMost}`.execute(tx);
  return found.rows.map((row) => row.id);
}

/** Locks a clock that is due; undefined when it was stopped, or another worker has it. */
export async function lockDueTimer({ tx, actor, now }: Step, id: string): Promise<StoredTimer | undefined> {
  const found = await sql<StoredTimer>`
    select ${columns} from response_timers t join leads l on l.org_id = t.org_id and l.id = t.lead_id
    where t.org_id = ${actor.orgId}::uuid and t.id = ${id}::uuid and t.closed_at is null and t.next_at <= ${now}
    for update of t skip locked`.execute(tx);
  return found.rows[0];
}

/** The running clocks of these leads, locked. */
export async function lockTimersOf({ tx, actor }: Step, leadIds: readonly string[]): Promise<StoredTimer[]> {
  const found = await sql<StoredTimer>`
    select ${columns} from response_timers t join leads l on l.org_id = t.org_id and l.id = t.lead_id
    where t.org_id = ${actor.orgId}::uuid and t.lead_id = any(${leadIds}::uuid[]) and t.closed_at is null
    order by t.id for update of t`.execute(tx);
  return found.rows;
}

/** Writes down what a clock has done, and when it is looked at next. */
export async function saveTimer(
  { tx, actor }: Step,
  timer: Pick<StoredTimer, 'id' | 'breachedAt' | 'escalatedAt' | 'reassignedAt'>,
  nextAt: Date | null,
): Promise<void> {
  await sql`
    update response_timers set breached_at = ${timer.breachedAt}, escalated_at = ${timer.escalatedAt},
      reassigned_at = ${timer.reassignedAt}, next_at = ${nextAt}
    where org_id = ${actor.orgId}::uuid and id = ${timer.id}::uuid`.execute(tx);
}

/** Gives a running clock another limit; its start stays. */
export async function saveLimit(
  { tx, actor }: Step,
  id: string,
  limit: DueMoments & { policy: string; minutes: number; atLast: LastStep; nextAt: Date | null },
): Promise<void> {
  await sql`
    update response_timers set policy = ${limit.policy}, minutes = ${limit.minutes}, at_last = ${limit.atLast},
      due_at = ${limit.dueAt}, escalate_at = ${limit.escalateAt}, reassign_at = ${limit.reassignAt}, next_at = ${limit.nextAt}
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(tx);
}
