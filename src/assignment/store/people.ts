import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { dayOf } from '#kernel/values/day.ts';
import { capFor } from '#leads/public.ts';
import type { WorkHours } from '../model.ts';
import type { Person } from '../rules/placing.ts';

/** People as a rule must know them now: here or away, their hours, what they hold and may hold. */
export async function lockPeople(step: Step, userIds: readonly string[]): Promise<Map<string, Person>> {
  if (userIds.length === 0) return new Map();
  const today = dayOf(step.now, step.actor.org.zone);
  // Under the holders' locks: what was free when it was dealt is free when it is given.
  const caps = await capFor(userIds, step, { lock: true });
  const people = await loadPeople(step, userIds, today, today);
  return new Map(
    [...people].map(([userId, person]) => {
      const { held = 0, cap = null } = caps.get(userId) ?? {};
      return [userId, { ...person, held, cap }];
    }),
  );
}

/** People with their hours and their leave between two days; what they hold is left out. */
export async function loadPeople(
  { tx, actor }: Step,
  userIds: readonly string[],
  from: string,
  to: string,
): Promise<Map<string, Person>> {
  const found = await sql<Person>`
    select u.id as "userId", u.name, u.status = 'active' as active, w.hours, 0 as held, null as cap,
      coalesce((select jsonb_agg(jsonb_build_object('fromOn', l.from_on, 'toOn', l.to_on) order by l.from_on)
        from leaves l where l.org_id = u.org_id and l.user_id = u.id
          and l.from_on <= ${to}::date and l.to_on >= ${from}::date), '[]'::jsonb) as leaves
    from users u left join work_hours w on w.org_id = u.org_id and w.user_id = u.id
    where u.org_id = ${actor.orgId}::uuid and u.id = any(${userIds}::uuid[])`.execute(tx);
  return new Map(found.rows.map((row) => [row.userId, row]));
}

/** Whose hours differ from the organisation's. */
export async function loadOwnHours(
  { tx, actor }: Step,
  userIds: readonly string[],
): Promise<Map<string, WorkHours>> {
  const found = await sql<{ userId: string; hours: WorkHours }>`
    select user_id as "userId", hours from work_hours
    where org_id = ${actor.orgId}::uuid and user_id = any(${userIds}::uuid[])`.execute(tx);
  return new Map(found.rows.map(({ userId, hours }) => [userId, hours]));
}

/** The nearest active leader above a person, himself left out. */
export async function loadLeader({ tx, actor }: Step, userId: string): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select u.id from users me
    join teams mine on mine.org_id = me.org_id and mine.id = me.team_id
    join teams above on above.org_id = mine.org_id and above.id = any(mine.path)
    join users u on u.org_id = above.org_id and u.id = above.leader_id and u.status = 'active'
    where me.org_id = ${actor.orgId}::uuid and me.id = ${userId}::uuid and u.id <> me.id
    order by cardinality(above.path) desc limit 1`.execute(tx);
  return found.rows[0]?.id ?? null;
}
