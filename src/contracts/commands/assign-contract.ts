import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { contractTransferred } from '../events.ts';
import { loadNewOwner, lockContract, saveStatus } from '../store.ts';

/** Gives a contract to a colleague in any state: what is owed on it follows him. */
export async function assignContract(
  { id, ownerId }: Input<typeof contract.assignContract>,
  step: Step,
): Promise<Output<typeof contract.assignContract>> {
  await loadNewOwner(step, ownerId);
  const held = await lockContract(step, id);
  if (held.ownerId === ownerId) throw new Refusal('rule', 'already_theirs');

  const version = await saveStatus(step, held, held.status, { owner_id: ownerId });
  await announce(step, contractTransferred, {
    subject: id,
    about: [held.accountId],
    changes: { ownerId: [held.ownerId, ownerId] },
    data: { ownerId, previousOwnerId: held.ownerId },
  });
  return { id, version };
}
