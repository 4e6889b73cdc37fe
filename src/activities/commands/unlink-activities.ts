import type { Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { nextContactPlanned } from '../events.ts';
import { dropLinks } from '../store/activities.ts';
import { returnPlan } from '../store/plans.ts';

/** Takes the activities of one record off the timelines of others again, and its open plan back from them. */
export async function unlinkActivities(
  { of, from, name }: { of: string; from: readonly string[]; name: string },
  step: Step,
): Promise<void> {
  if (from.length === 0) return;
  await dropLinks(step, of, from);
  const dueAt = await returnPlan(step, { object: 'leads', id: of, name, from });
  if (dueAt)
    await announce(step, nextContactPlanned, {
      subject: of,
      data: { subjectObject: 'leads', subjectId: of, dueAt: dueAt.toISOString() },
    });
}
