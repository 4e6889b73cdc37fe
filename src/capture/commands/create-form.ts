import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newToken } from '#kernel/secrets.ts';
import { newId } from '#kernel/values/id.ts';
import type * as contract from '../contract/forms.ts';
import { formCreated } from '../events.ts';
import { insertAddress } from '../store/addresses.ts';
import { dateOf, refuseBadForm, says } from '../store/form-check.ts';
import { insertConsent, insertForm } from '../store/forms.ts';

/** Makes a form; its address has 128 bits and more, so nobody finds it by trying. */
export async function createForm(
  { consent, endsAt, ...sent }: Input<typeof contract.createForm>,
  step: Step,
): Promise<Output<typeof contract.createForm>> {
  await refuseBadForm(sent, step);
  const id = newId();
  const address = newToken().slice(0, 24);
  const consentVersion = consent && says(consent) ? 1 : 0;
  const form = { ...sent, id, address, status: 'open', consentVersion, endsAt: dateOf(endsAt) } as const;
  await insertForm(step, form);
  if (consent && consentVersion) await insertConsent(step, id, 1, consent);
  await insertAddress(step, address, 'form', id);
  await announce(step, formCreated, { subject: id, data: { name: sent.name } });
  return { id, version: 1, address };
}
