import type { ActivityLogged, NextContactPlanned } from '#activities/model.ts';
import { planNextContact } from '#activities/public.ts';
import type { Step } from '#kernel/command.ts';
import { announceMany } from '#kernel/outbox.ts';
import { leadWoken } from '../events.ts';
import { loadNurtured, saveFollowUps, saveNextContact } from '../store/follow-ups.ts';
import { nextTouch, wakeLeads } from '../store/nurturing.ts';

/**
 * Logged activities start the clock anew, in order: first response, last contact, last follow-up that counts, next
 * contact, and 待跟进 becomes 跟进中. One written down long after the fact is history and moves no clock.
 */
export async function noteFollowUps(activities: readonly ActivityLogged[], step: Step): Promise<void> {
  const ours = activities.filter(({ subjectObject, backdated }) => subjectObject === 'leads' && !backdated);
  if (ours.length === 0) return;
  await saveFollowUps(step, ours);
  await keepCadence(ours, step);
}

/** Who is being nurtured and wants to talk leaves the list; for the others the next touch is planned by their cadence. */
async function keepCadence(activities: readonly ActivityLogged[], step: Step): Promise<void> {
  const nurtured = await loadNurtured(step, activities);
  await wake(
    nurtured.filter(({ woke }) => woke).map(({ id }) => id),
    'replied',
    step,
  );
  for (const { id, days, woke, unplanned } of nurtured)
    if (!woke && unplanned)
      await planNextContact({ object: 'leads', id, dueAt: nextTouch(step, days).toISOString() }, step);
}

/** A lead that came to us again, by a form or a mail, is ready for more than nurturing. */
export async function noteTouched(leadIds: readonly string[], step: Step): Promise<void> {
  await wake(leadIds, 'touched', step);
}

async function wake(ids: readonly string[], because: 'replied' | 'touched', step: Step): Promise<void> {
  const woken = await wakeLeads(step, ids);
  await announceMany(
    step,
    leadWoken,
    woken.map((subject) => ({ subject, data: { because } })),
  );
}

/** Somebody set or cleared the next contact without writing an activity. */
export async function noteNextContact(plan: NextContactPlanned, step: Step): Promise<void> {
  if (plan.subjectObject === 'leads') await saveNextContact(step, plan.subjectId, plan.dueAt);
}
