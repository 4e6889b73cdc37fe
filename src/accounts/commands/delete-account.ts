import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { accountDeleted } from '../events.ts';
import { lockAccountWhole, saveDeleted } from '../store/accounts.ts';

/** Moves an account and its contacts to the bin. Its deals and contracts keep pointing at it and stay as they are. */
export async function deleteAccount(
  { id }: Input<typeof contract.deleteAccount>,
  step: Step,
): Promise<Output<typeof contract.deleteAccount>> {
  const account = await lockAccountWhole(step, id);
  const version = await saveDeleted(step, account);
  await announce(step, accountDeleted, { subject: id, data: {} });
  return { id, version };
}
