import type { Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { nextContactPlanned } from '../events.ts';
import { saveLinks } from '../store/activities.ts';
import { movePlan } from '../store/plans.ts';

/** Puts the activities of one record on the timelines of others too, and its plan on the account among them. */
export async function relinkActivities(
  { from, also }: { from: string; also: readonly (string | null | undefined)[] },
  step: Step,
): Promise<void> {
  const targets = also.filter((id) => id != null);
  if (targets.length === 0) return;
  await saveLinks(step, from, targets);
  const moved = await movePlan(step, from, targets);
  if (moved)
    await announce(step, nextContactPlanned, {
      subject: moved.accountId,
      data: {
        subjectObject: 'accounts',
        subjectId: moved.accountId,
        dueAt: moved.dueAt.toISOString(),
      },
    });
}
