import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { contractRestored } from '../events.ts';
import { lockDeletedContract, saveStatus } from '../store.ts';

/** Takes a contract out of the bin as it was, under its own number. */
export async function restoreContract(
  { id }: Input<typeof contract.restoreContract>,
  step: Step,
): Promise<Output<typeof contract.restoreContract>> {
  const held = await lockDeletedContract(step, id);

  const version = await saveStatus(step, held, held.status, { deleted_at: null });
  await announce(step, contractRestored, { subject: id, about: [held.accountId], data: {} });
  return { id, version };
}
