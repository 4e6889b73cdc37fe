import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { accountTransferred } from '../events.ts';
import { loadNewOwner, lockAccount, saveOwner } from '../store/accounts.ts';

/** Gives an account with its contacts to a colleague; its history stays, the old owner's open deals may go along. */
export async function assignAccount(
  { id, ownerId, opportunities }: Input<typeof contract.assignAccount>,
  step: Step,
): Promise<Output<typeof contract.assignAccount>> {
  await loadNewOwner(step, ownerId);
  const account = await lockAccount(step, id);
  if (account.ownerId === ownerId) throw new Refusal('rule', 'already_theirs');

  const version = await saveOwner(step, account, ownerId);
  await announce(step, accountTransferred, {
    subject: id,
    changes: { ownerId: [account.ownerId, ownerId] },
    data: { ownerId, previousOwnerId: account.ownerId, opportunities },
  });
  return { id, version };
}
