import type { Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { receivablesFollowed } from '../events.ts';
import { followContract } from '../store.ts';

/** What is owed on a contract belongs to whoever owns the contract now. */
export async function followContractOwner({ contractId }: { contractId: string }, step: Step): Promise<void> {
  const followed = await followContract(step, contractId);
  if (!followed || followed.moved === 0) return;
  await announce(step, receivablesFollowed, {
    subject: contractId,
    about: [followed.accountId],
    data: { ownerId: followed.ownerId, count: followed.moved },
  });
}
