import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput, Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { leaveNoted } from '../events.ts';
import { insertLeave, isActivePerson, maySetFor } from '../store/calendar.ts';

/** Notes the days on which somebody gets no leads: set by himself or by who leads him. */
export async function createLeave(
  { userId, fromOn, toOn, note }: Input<typeof contract.createLeave>,
  step: Step,
): Promise<Output<typeof contract.createLeave>> {
  if (toOn < fromOn) throw badInput([{ field: 'toOn', code: 'not_forward' }]);
  if (!maySetFor(step, userId)) throw new Refusal('forbidden', 'outside_your_team');
  if (!(await isActivePerson(step, userId))) throw badInput([{ field: 'userId', code: 'unknown_reference' }]);
  const id = newId();
  await insertLeave(step, { id, userId, fromOn, toOn, note });
  await announce(step, leaveNoted, { subject: id, data: { userId, fromOn, toOn } });
  return { id };
}
