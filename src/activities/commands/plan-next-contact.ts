import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { dayOf } from '#kernel/values/day.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { nextContactPlanned } from '../events.ts';
import { lockSubject } from '../store/activities.ts';
import { closePlan, openPlan } from '../store/plans.ts';

/**
 * Plans, moves or gives up the next contact without an activity. Moved on after its day was over it has slipped
 * once more: that count stays with the plan until somebody really calls.
 */
export async function planNextContact(
  input: Input<typeof contract.planNextContact>,
  step: Step,
): Promise<Output<typeof contract.planNextContact>> {
  const { now } = step;
  const { zone } = step.actor.org;
  const dueAt = input.dueAt ? new Date(input.dueAt) : null;
  const subject = await lockSubject(step, input.object, input.id);
  if (dueAt && dueAt <= now) throw new Refusal('rule', 'next_in_the_past');

  const before = await closePlan(step, subject.id, dueAt ? 'moved' : 'dropped');
  const slipped = before !== null && dayOf(before.dueAt, zone) < dayOf(now, zone);
  const slips = (before?.slips ?? 0) + (slipped ? 1 : 0);
  // Moved without a word, what was to be done then stays.
  const note = input.note === undefined ? (before?.note ?? null) : input.note;
  if (dueAt) await openPlan(step, subject, { dueAt, note, slips });
  const due = dueAt?.toISOString() ?? null;
  await announce(step, nextContactPlanned, {
    subject: subject.id,
    about: subject.about,
    data: { subjectObject: subject.object, subjectId: subject.id, dueAt: due },
  });
  return { dueAt: due };
}
