import type { ActivityLogged, NextContactPlanned } from '#activities/model.ts';
import type { Step } from '#kernel/command.ts';
import { saveFollowUps, saveNextContact } from '../store/leads.ts';

/**
 * Logged activities start the clock anew, in order: first response, last contact, next contact, and 待跟进 becomes 跟进中.
 * One written down long after the fact is history and moves no clock.
 */
export async function noteFollowUps(activities: readonly ActivityLogged[], step: Step): Promise<void> {
  const ours = activities.filter(({ subjectObject, backdated }) => subjectObject === 'leads' && !backdated);
  if (ours.length > 0) await saveFollowUps(step, ours);
}

/** Somebody set or cleared the next contact without writing an activity. */
export async function noteNextContact(plan: NextContactPlanned, step: Step): Promise<void> {
  if (plan.subjectObject === 'leads') await saveNextContact(step, plan.subjectId, plan.dueAt);
}
