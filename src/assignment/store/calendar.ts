import { sql } from 'kysely';
import { visibleOwners } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { WorkHours } from '../model.ts';

/** Whether somebody may set the days and hours of a person: his own, his team's, or everybody's by his scope. */
export function maySetFor({ actor }: Step, userId: string): boolean {
  const people = visibleOwners(actor, 'leaves');
  return people === null || people.includes(userId);
}

export async function isActivePerson({ tx, actor }: Step, userId: string): Promise<boolean> {
  const found = await sql`
    select 1 from users where org_id = ${actor.orgId}::uuid and id = ${userId}::uuid and status <> 'disabled'`.execute(
    tx,
  );
  return found.rows.length > 0;
}

export async function insertLeave(
  { tx, actor, now }: Step,
  leave: { id: string; userId: string; fromOn: string; toOn: string; note: string | null },
): Promise<void> {
  await sql`
    insert into leaves (org_id, id, user_id, from_on, to_on, note, created_at, created_by)
    values (${actor.orgId}::uuid, ${leave.id}::uuid, ${leave.userId}::uuid, ${leave.fromOn}::date, ${leave.toOn}::date,
      ${leave.note}, ${now}, ${actor.id}::uuid)`.execute(tx);
}

/** Removes a leave of somebody this person may set it for; returns whose it was. 404 for any other. */
export async function removeLeave(step: Step, id: string): Promise<string> {
  const { tx, actor } = step;
  const found = await sql<{ userId: string }>`
    select user_id as "userId" from leaves where org_id = ${actor.orgId}::uuid and id = ${id}::uuid for update`.execute(
    tx,
  );
  const userId = found.rows[0]?.userId;
  if (!userId || !maySetFor(step, userId)) throw notFound();
  await sql`delete from leaves where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(tx);
  return userId;
}

export async function saveHours({ tx, actor }: Step, userId: string, hours: WorkHours | null): Promise<void> {
  if (hours === null)
    await sql`delete from work_hours where org_id = ${actor.orgId}::uuid and user_id = ${userId}::uuid`.execute(
      tx,
    );
  else
    await sql`
      insert into work_hours (org_id, user_id, hours) values (${actor.orgId}::uuid, ${userId}::uuid, ${JSON.stringify(hours)}::jsonb)
      on conflict (org_id, user_id) do update set hours = excluded.hours, version = work_hours.version + 1`.execute(
      tx,
    );
}
