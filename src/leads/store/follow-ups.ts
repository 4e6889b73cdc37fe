import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';

interface Said {
  readonly activityId: string;
  readonly subjectId: string;
  readonly happenedAt: string;
  readonly nextContactAt: string | null;
}

/** Somebody was at the other end. */
const reached = sql`array['interested', 'booked', 'later', 'refused', 'wrongPerson']`;

/**
 * Which activities are follow-ups that count (1-198): a call that was connected, a visit, a meeting, a message that was
 * answered, a note of ten characters or more. Typing into fields and automatic mails are none.
 */
const counts = sql`case a.kind when 'call' then coalesce(a.connected, false) when 'visit' then true when 'meeting' then true
  when 'message' then a.result = any(${reached}) is true else char_length(trim(coalesce(a.content, ''))) >= 10 end`;

/** Writes what activities mean for their leads; an older activity never moves a clock back. */
export async function saveFollowUps({ tx, actor }: Step, activities: readonly Said[]): Promise<void> {
  const rows = activities.map((one, turn) => ({
    ...{ id: one.subjectId, activity: one.activityId, turn, at: one.happenedAt, next: one.nextContactAt },
  }));
  await sql`
    with said as (
      select r.id, max(r.at) as at, (array_agg(r.at order by r.turn))[1] as first,
        (array_agg(r.next order by r.at desc, r.turn desc))[1] as next, max(r.at) filter (where ${counts}) as effective
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, activity uuid, turn int, at timestamptz, next timestamptz)
      left join activities a on a.org_id = ${actor.orgId}::uuid and a.id = r.activity
      group by r.id
    ), held as (
      select l.id from leads l where l.org_id = ${actor.orgId}::uuid and l.id in (select id from said)
      order by l.id for no key update
    )
    update leads l set
      first_response_at = coalesce(l.first_response_at, s.first),
      last_activity_at = greatest(l.last_activity_at, s.at),
      last_effective_at = greatest(l.last_effective_at, s.effective),
      next_contact_at = case when l.last_activity_at is null or s.at >= l.last_activity_at then s.next
        else l.next_contact_at end,
      status = case when l.status = 'pending' then 'following' else l.status end
    from said s join held on held.id = s.id
    where l.org_id = ${actor.orgId}::uuid and l.id = s.id`.execute(tx);
}

export async function saveNextContact(
  { tx, actor }: Step,
  leadId: string,
  dueAt: string | null,
): Promise<void> {
  await sql`
    update leads set next_contact_at = ${dueAt}::timestamptz
    where org_id = ${actor.orgId}::uuid and id = ${leadId}::uuid`.execute(tx);
}

export interface NurturedAnswer {
  readonly id: string;
  readonly days: number;
  /** They want to talk: they leave the list. */
  readonly woke: boolean;
  /** Nobody has planned the next touch. */
  readonly unplanned: boolean;
}

/** Which of these leads are being nurtured, and what the activities say about that. */
export async function loadNurtured(
  { tx, actor }: Step,
  activities: readonly Said[],
): Promise<NurturedAnswer[]> {
  const found = await sql<NurturedAnswer>`
    select l.id, l.nurture_days as days, l.next_contact_at is null as unplanned,
      bool_or(a.result in ('interested', 'booked') or a.kind in ('visit', 'meeting')) is true as woke
    from leads l join activities a on a.org_id = l.org_id and a.subject_id = l.id
      and a.id = any(${activities.map(({ activityId }) => activityId)}::uuid[])
    where l.org_id = ${actor.orgId}::uuid and l.nurture_since is not null and l.deleted_at is null
      and l.owner_id is not null group by l.id, l.org_id, l.nurture_days, l.next_contact_at order by l.id`.execute(
    tx,
  );
  return found.rows;
}
