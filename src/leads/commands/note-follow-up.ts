import type { ActivityLogged } from '#activities/model.ts';
import type { Step } from '#kernel/command.ts';
import { saveFollowUp } from '../store/leads.ts';

/** A logged activity starts the clock anew: first response, last contact, next contact, and 待跟进 becomes 跟进中. */
export async function noteFollowUp(activity: ActivityLogged, step: Step): Promise<void> {
  if (activity.subjectObject !== 'leads') return;
  await saveFollowUp(step, activity);
}
