import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { contractDeleted } from '../events.ts';
import { decideDelete } from '../rules/contract-states.ts';
import { lockContract, saveStatus } from '../store.ts';

/** Moves a draft or a void contract to the bin. One that counts, or is being approved, stays. */
export async function deleteContract(
  { id }: Input<typeof contract.deleteContract>,
  step: Step,
): Promise<Output<typeof contract.deleteContract>> {
  const held = await lockContract(step, id);
  orRefuse(decideDelete(held.status));

  const version = await saveStatus(step, held, held.status, { deleted_at: step.now });
  await announce(step, contractDeleted, { subject: id, about: [held.accountId], data: {} });
  return { id, version };
}
