import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { accountRestored } from '../events.ts';
import { lockDeletedAccount, saveRestored } from '../store/accounts.ts';

/** Takes an account out of the bin, with the contacts that went there together with it. */
export async function restoreAccount(
  { id }: Input<typeof contract.restoreAccount>,
  step: Step,
): Promise<Output<typeof contract.restoreAccount>> {
  const account = await lockDeletedAccount(step, id);
  const version = await saveRestored(step, account);
  await announce(step, accountRestored, { subject: id, data: {} });
  return { id, version };
}
