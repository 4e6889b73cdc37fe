import { acceptValues, expectVersion, updateRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { activityChanged } from '../events.ts';
import { activityObject } from '../fields.ts';
import { isCorrectable } from '../rules/logging.ts';
import { lockActivity } from '../store/activities.ts';

/** Lets an author correct his own words for 24 hours; nobody else, and nothing that a clock was set by. */
export async function updateActivity(
  { id, version, ...sent }: Input<typeof contract.updateActivity>,
  step: Step,
): Promise<Output<typeof contract.updateActivity>> {
  const activity = expectVersion(await lockActivity(step, id), version);
  if (activity.ownerId !== step.actor.id) throw new Refusal('forbidden', 'forbidden');
  if (!isCorrectable(activity.createdAt, step.now)) throw new Refusal('rule', 'too_late_to_change');
  const values = acceptValues(step.actor, activityObject, sent);

  const saved = await updateRow(step, activityObject, activity, values);
  if (saved.version !== activity.version)
    await announce(step, activityChanged, {
      subject: id,
      about: activity.about,
      changes: saved.changes,
      data: {},
    });
  return { id, version: saved.version };
}
