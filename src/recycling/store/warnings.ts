import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { exemptBy } from './clock-sql.ts';

/** People who hold leads with a clock, and the day of the last digest each has had. */
export async function loadWarned({
  tx,
  actor,
}: Step): Promise<
  { userId: string; lastDigest: string | null; email: string; locale: string; mail: boolean }[]
> {
  const found = await sql<{
    userId: string;
    lastDigest: string | null;
    email: string;
    locale: string;
    mail: boolean;
  }>`
    select u.id as "userId", u.email, u.locale, coalesce(u.preferences -> 'recyclingMail' = 'true'::jsonb, false) as mail,
      (select max(d.day) from recycle_digests d where d.org_id = u.org_id and d.user_id = u.id) as "lastDigest"
    from users u where u.org_id = ${actor.orgId}::uuid and u.status = 'active' and exists (
      select 1 from leads t where t.org_id = u.org_id and t.owner_id = u.id and t.recycle_due_on is not null)
    order by u.id`.execute(tx);
  return found.rows;
}

export interface Window {
  readonly after: string;
  readonly until: string;
  readonly threshold: number;
}

/** How many of a person's leads have come so near their day since he was last told, by how near; exempt ones are safe. */
export async function countWarned(
  step: Step,
  userId: string,
  windows: readonly Window[],
  set: RuleSet,
  today: string,
): Promise<{ threshold: number; leads: number }[]> {
  if (windows.length === 0) return [];
  const found = await sql<{ threshold: number; leads: number }>`
    select near.threshold, count(*) as leads from (
      select t.id, (select min(w.threshold) from jsonb_to_recordset(${JSON.stringify(windows)}::jsonb)
          as w("after" date, until date, threshold integer)
        where t.recycle_due_on > w."after" and t.recycle_due_on <= w.until) as threshold
      from leads t where t.org_id = ${step.actor.orgId}::uuid and t.owner_id = ${userId}::uuid
        and t.recycle_due_on is not null and ${exemptBy(step, set, today)} is null) as near
    where near.threshold is not null group by 1 order by 1`.execute(step.tx);
  return found.rows;
}

/** One digest per person and day: false when he has had today's. */
export async function saveDigest(
  { tx, actor, now }: Step,
  { userId, day, leads }: { userId: string; day: string; leads: number },
): Promise<boolean> {
  const made = await sql`
    insert into recycle_digests (org_id, user_id, day, leads, created_at)
    values (${actor.orgId}::uuid, ${userId}::uuid, ${day}::date, ${leads}, ${now}) on conflict do nothing
    returning 1`.execute(tx);
  return made.rows.length > 0;
}
