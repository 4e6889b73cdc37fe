import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { NewTimer } from './timers.ts';

export interface PastHold {
  readonly leadId: string;
  readonly ownerId: string;
  readonly channel: string;
  readonly class: string | null;
  readonly since: Date;
  readonly respondedAt: Date | null;
  readonly open: boolean;
}

/** Who has which lead of the demo company since when, and when he was first heard of. */
export async function loadHolds({ tx, actor }: Step, since: Date): Promise<PastHold[]> {
  const found = await sql<PastHold>`
    select l.id as "leadId", l.owner_id as "ownerId", l.channel, l.class, l.owner_since as since,
      l.status in ('pending', 'following') as open,
      (select min(a.happened_at) from activities a where a.org_id = l.org_id and a.subject_id = l.id
        and a.owner_id = l.owner_id and a.kind <> 'note' and a.happened_at >= l.owner_since) as "respondedAt"
    from leads l where l.org_id = ${actor.orgId}::uuid and l.owner_id is not null and l.deleted_at is null
      and l.owner_since >= ${since} order by l.owner_since, l.id`.execute(tx);
  return found.rows;
}

/** Clocks of the past as they would stand: they have said what they had to say, and say nothing more. */
export async function insertPastTimers(
  { tx, actor, now }: Step,
  timers: readonly (NewTimer & { respondedAt: Date | null; open: boolean })[],
): Promise<void> {
  await sql`
    insert into response_timers (org_id, id, lead_id, owner_id, channel, policy, minutes, at_last, started_at, due_at,
      escalate_at, reassign_at, breached_at, escalated_at, responded_at, logged_at, closed_at, outcome)
    select ${actor.orgId}::uuid, r.id, r."leadId", r."ownerId", r.channel, r.policy, r.minutes, 'nothing', r."startedAt",
      r."dueAt", r."escalateAt", r."reassignAt",
      case when r."dueAt" < coalesce(r."respondedAt", ${now}) then r."dueAt" end,
      case when r."escalateAt" < coalesce(r."respondedAt", ${now}) then r."escalateAt" end,
      r."respondedAt", r."respondedAt", coalesce(r."respondedAt", case when not r.open then ${now}::timestamptz end),
      case when r."respondedAt" is not null then 'responded' when not r.open then 'closed' end
    from jsonb_to_recordset(${JSON.stringify(timers)}::jsonb) as r(id uuid, "leadId" uuid, "ownerId" uuid, channel text,
      policy text, minutes integer, "startedAt" timestamptz, "dueAt" timestamptz, "escalateAt" timestamptz,
      "reassignAt" timestamptz, "respondedAt" timestamptz, open boolean)`.execute(tx);
}
