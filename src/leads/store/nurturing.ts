import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { addDays, dayOf, startOfDay } from '#kernel/values/day.ts';
import type { StoredLead } from './leads.ts';
import { saveStatus } from './leads.ts';

const openingHour = 9;

/** Nine in the morning so many days from now, in the organisation's zone. */
export function nextTouch({ now, actor }: Pick<Step, 'now' | 'actor'>, days: number): Date {
  const { zone } = actor.org;
  return new Date(startOfDay(addDays(dayOf(now, zone), days), zone).getTime() + openingHour * 3_600_000);
}

/** Puts a lead on the nurture list, or with null takes it off. */
export function saveNurture(
  step: Step,
  lead: StoredLead,
  nurture: { days: number; note: string | null } | null,
): Promise<number> {
  return saveStatus(step, lead, lead.status, {
    nurture_days: nurture?.days ?? null,
    nurture_since: nurture ? step.now : null,
    nurture_note: nurture?.note ?? null,
  });
}

/**
 * Takes leads off the nurture list because something happened: they answered, or came to us again. Whoever was only
 * called without an answer stays; his next date moves on by his own cadence. Returns who left.
 */
export async function wakeLeads({ tx, actor }: Step, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const woken = await sql<{ id: string }>`
    update leads set nurture_days = null, nurture_since = null, nurture_note = null
    where org_id = ${actor.orgId}::uuid and id = any(${ids}::uuid[]) and nurture_since is not null
    returning id`.execute(tx);
  return woken.rows.map(({ id }) => id);
}
