import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { contactRestored } from '../events.ts';
import { holdVisibleAccount, lockDeletedContact, saveContactDeleted } from '../store/accounts.ts';

/** Takes a contact out of the bin; while its account is there too it would hang in the air. */
export async function restoreContact(
  { id }: Input<typeof contract.restoreContact>,
  step: Step,
): Promise<Output<typeof contract.restoreContact>> {
  const contact = await lockDeletedContact(step, id);
  await holdVisibleAccount(step, contact.accountId).catch((error: unknown) => {
    throw error instanceof Refusal ? new Refusal('rule', 'account_deleted') : error;
  });
  const version = await saveContactDeleted(step, contact, null);
  await announce(step, contactRestored, {
    subject: id,
    about: [contact.accountId],
    data: { accountId: contact.accountId },
  });
  return { id, version };
}
