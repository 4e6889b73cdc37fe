import type { Step } from '#kernel/command.ts';
import type { Input } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { leaveCancelled } from '../events.ts';
import { removeLeave } from '../store/calendar.ts';

/** Cancels a leave: from now on he is dealt leads again. */
export async function deleteLeave(
  { id }: Input<typeof contract.deleteLeave>,
  step: Step,
): Promise<Record<string, never>> {
  const userId = await removeLeave(step, id);
  await announce(step, leaveCancelled, { subject: id, data: { userId } });
  return {};
}
