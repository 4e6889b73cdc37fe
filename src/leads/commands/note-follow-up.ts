import type { ActivityLogged, NextContactPlanned } from '#activities/model.ts';
import type { Step } from '#kernel/command.ts';
import { saveFollowUp, saveNextContact } from '../store/leads.ts';

/**
 * A logged activity starts the clock anew: first response, last contact, next contact, and 待跟进 becomes 跟进中.
 * One written down long after the fact is history and moves no clock.
 */
export async function noteFollowUp(activity: ActivityLogged, step: Step): Promise<void> {
  if (activity.subjectObject === 'leads' && !activity.backdated) await saveFollowUp(step, activity);
}

/** Somebody set or cleared the next contact without writing an activity. */
export async function noteNextContact(plan: NextContactPlanned, step: Step): Promise<void> {
  if (plan.subjectObject === 'leads') await saveNextContact(step, plan.subjectId, plan.dueAt);
}
