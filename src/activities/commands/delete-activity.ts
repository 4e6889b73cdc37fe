import { may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { activityDeleted } from '../events.ts';
import { isCorrectable } from '../rules/logging.ts';
import { lockActivity, saveActivityDeleted } from '../store/activities.ts';

/** Takes an activity off the timeline: its author within 24 hours, whoever has the right to at any time. */
export async function deleteActivity(
  { id }: Input<typeof contract.deleteActivity>,
  step: Step,
): Promise<Output<typeof contract.deleteActivity>> {
  const activity = await lockActivity(step, id);
  if (!may(step.actor, 'activities.delete')) {
    if (activity.ownerId !== step.actor.id) throw new Refusal('forbidden', 'forbidden');
    if (!isCorrectable(activity.createdAt, step.now)) throw new Refusal('rule', 'too_late_to_change');
  }
  const version = await saveActivityDeleted(step, activity);
  await announce(step, activityDeleted, {
    subject: id,
    about: activity.about,
    data: { subjectObject: activity.subjectObject, subjectId: activity.subjectId },
  });
  return { id, version };
}
