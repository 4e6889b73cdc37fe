import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { contactDeleted } from '../events.ts';
import { lockContact, saveContactDeleted } from '../store/accounts.ts';

/** Moves a contact to the bin, from where it can be restored. */
export async function deleteContact(
  { id }: Input<typeof contract.deleteContact>,
  step: Step,
): Promise<Output<typeof contract.deleteContact>> {
  const contact = await lockContact(step, id);
  const version = await saveContactDeleted(step, contact, step.now);
  await announce(step, contactDeleted, {
    subject: id,
    about: [contact.accountId],
    data: { accountId: contact.accountId },
  });
  return { id, version };
}
