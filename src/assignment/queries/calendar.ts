import { sql } from 'kysely';
import { visibleOwners } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import { dayOf } from '#kernel/values/day.ts';
import type * as contract from '../contract.ts';
import type { WorkHours } from '../model.ts';
import { isWorking } from '../rules/working-time.ts';
import { loadSettings } from '../store/rules.ts';

type Calendar = Output<typeof contract.listLeaves>;

/** Leave from today on and everybody's hours, as far as this person may set them: his own, his team's, or all. */
export async function listLeaves(_input: unknown, step: Step): Promise<Calendar> {
  const { tx, actor, now } = step;
  const { zone } = actor.org;
  const seen = visibleOwners(actor, 'leaves');
  const whose = (column: string) =>
    seen === null ? sql`true` : sql`${sql.ref(column)} = any(${seen}::uuid[])`;
  const today = dayOf(now, zone);
  const items = await sql<Calendar['items'][number]>`
    select id, user_id as "userId", from_on as "fromOn", to_on as "toOn", note from leaves
    where org_id = ${actor.orgId}::uuid and to_on >= ${today}::date and ${whose('user_id')} order by from_on, id`.execute(
    tx,
  );
  const people = await sql<{ id: string; name: string; hours: WorkHours | null }>`
    select u.id, u.name, w.hours from users u left join work_hours w on w.org_id = u.org_id and w.user_id = u.id
    where u.org_id = ${actor.orgId}::uuid and u.status = 'active' and ${whose('u.id')} order by u.name, u.id`.execute(
    tx,
  );
  const { settings } = await loadSettings(step);
  return {
    items: items.rows,
    hours: settings.hours as Calendar['hours'],
    people: people.rows.map(({ id, name, hours }) => {
      const away = items.rows.find(
        ({ userId, fromOn, toOn }) => userId === id && fromOn <= today && toOn >= today,
      );
      return {
        ...{ id, name, hours: hours as Calendar['hours'] | null },
        awayUntil: away?.toOn ?? null,
        working: !away && isWorking(hours ?? settings.hours, now, zone),
      };
    }),
  };
}
