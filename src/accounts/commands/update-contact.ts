import { acceptValues, expectVersion, updateRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { badInput, Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { contactUpdated } from '../events.ts';
import { contactObject } from '../fields.ts';
import { clearPrimary, countPrimaries, lockAccount, lockContact } from '../store/accounts.ts';

/**
 * Changes a contact under the version the caller read. Given another account, the person has changed jobs: he belongs to
 * that account's owner from now on, while what was said with him stays with the old one.
 */
export async function updateContact(
  { id, version, ...sent }: Input<typeof contract.updateContact>,
  step: Step,
): Promise<Output<typeof contract.updateContact>> {
  const contact = expectVersion(await lockContact(step, id), version);
  const values = acceptValues(step.actor, contactObject, sent);
  const moves = 'accountId' in values && values.accountId !== contact.accountId;
  const more: Record<string, unknown> = {};
  const accountId = moves ? String(values.accountId) : contact.accountId;
  if (moves) {
    const account = await lockAccount(step, accountId).catch((error: unknown) => {
      throw error instanceof Refusal ? badInput([{ field: 'accountId', code: 'unknown_reference' }]) : error;
    });
    more.owner_id = account.ownerId;
    if (!('isPrimary' in values)) values.isPrimary = (await countPrimaries(step, accountId)) === 0;
  }
  if (values.isPrimary === true) await clearPrimary(step, accountId, id);

  const saved = await updateRow(step, contactObject, contact, values, more);
  if (saved.version !== contact.version)
    await announce(step, contactUpdated, {
      subject: id,
      about: [contact.accountId, accountId],
      changes: saved.changes,
      data: {},
    });
  return { id, version: saved.version };
}
