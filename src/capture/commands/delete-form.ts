import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract/forms.ts';
import { formDeleted } from '../events.ts';
import { removeAddress } from '../store/addresses.ts';
import { lockForm, removeForm } from '../store/forms.ts';

/** Takes a form away; its page says so at once, and what was sent stays. */
export async function deleteForm(
  { id }: Input<typeof contract.deleteForm>,
  step: Step,
): Promise<Output<typeof contract.deleteForm>> {
  const form = await lockForm(step, id);
  await removeForm(step, id);
  await removeAddress(step, id);
  await announce(step, formDeleted, { subject: id, data: {} });
  return { id, version: form.version + 1 };
}
