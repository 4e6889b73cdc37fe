import type { Step } from '#kernel/command.ts';
import type { Input } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { badInput, Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { hoursSet } from '../events.ts';
import { isActivePerson, maySetFor, saveHours } from '../store/calendar.ts';

/** Gives somebody hours of his own, or (null) those of the organisation again. */
export async function setHours(
  { userId, hours }: Input<typeof contract.setHours>,
  step: Step,
): Promise<Record<string, never>> {
  if (!maySetFor(step, userId)) throw new Refusal('forbidden', 'outside_your_team');
  if (!(await isActivePerson(step, userId))) throw badInput([{ field: 'userId', code: 'unknown_reference' }]);
  await saveHours(step, userId, hours);
  await announce(step, hoursSet, { subject: userId, data: {} });
  return {};
}
