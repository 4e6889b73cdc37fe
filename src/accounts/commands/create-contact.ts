import { admitArrival } from '#kernel/arrivals.ts';
import { acceptValues, insertRow, requireCustom } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput, Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { contactCreated } from '../events.ts';
import { contactObject } from '../fields.ts';
import { clearPrimary, countPrimaries, lockAccount } from '../store/accounts.ts';

/** Adds a person to an account. The first one is its primary contact; later ones become it when asked. */
export async function createContact(
  { duplicateReason, ...sent }: Input<typeof contract.createContact>,
  step: Step,
): Promise<Output<typeof contract.createContact>> {
  const { actor, now } = step;
  const values = acceptValues(actor, contactObject, sent);
  requireCustom(actor, contactObject, values);
  const account = await lockAccount(step, String(values.accountId)).catch((error: unknown) => {
    throw error instanceof Refusal ? badInput([{ field: 'accountId', code: 'unknown_reference' }]) : error;
  });
  await admitArrival({ object: 'contacts', values, reason: duplicateReason ?? null }, step);
  const primaries = await countPrimaries(step, account.id);
  const isPrimary = values.isPrimary === true || primaries === 0;

  const id = newId();
  if (isPrimary && primaries > 0) await clearPrimary(step, account.id, id);
  await insertRow(
    step,
    contactObject,
    id,
    { ...values, isPrimary },
    { owner_id: account.ownerId, created_at: now, created_by: actor.id },
  );
  await announce(step, contactCreated, {
    subject: id,
    about: [account.id],
    data: { name: String(values.name), accountId: account.id },
  });
  return { id, version: 1 };
}
