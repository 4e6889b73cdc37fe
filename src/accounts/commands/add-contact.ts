import { insertRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { contactCreated } from '../events.ts';
import { contactObject } from '../fields.ts';
import { countPrimaries, lockAccount } from '../store/accounts.ts';

export interface AddedContact {
  readonly accountId: string;
  readonly name: string;
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly title?: string | null;
  readonly role?: string | null;
  readonly birthday?: string | null;
}

/** Adds a person on behalf of another slice, whose own rules and rights have been checked: a converted lead. */
export async function addContact(
  { accountId, ...values }: AddedContact,
  step: Step,
): Promise<{ id: string }> {
  const account = await lockAccount(step, accountId);
  const isPrimary = (await countPrimaries(step, accountId)) === 0;
  const id = newId();
  await insertRow(
    step,
    contactObject,
    id,
    { ...values, accountId, isPrimary },
    { owner_id: account.ownerId, created_at: step.now, created_by: step.actor.id },
  );
  await announce(step, contactCreated, {
    subject: id,
    about: [accountId],
    data: { name: values.name, accountId },
  });
  return { id };
}
