import { raiseStamp } from '#kernel/access-stamp.ts';
import { acceptValues, updateRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import type { Input } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/account.ts';
import { userChanged } from '../events.ts';
import { userObject } from '../fields.ts';
import { lockPerson, savePreferences } from '../store/people.ts';

/** Changes one's own name, telephone, title, language, theme and preferences; never one's team, e-mail or roles. */
export async function updateProfile(
  { name, phone, title, ...settings }: Input<typeof contract.updateProfile>,
  step: Step,
): Promise<Record<string, never>> {
  const { actor, tx } = step;
  const person = await lockPerson(tx, actor.orgId, actor.id);
  if (!person) throw notFound();
  const values = acceptValues(actor, userObject, { name, phone, title });

  const { changes } = await updateRow(step, userObject, person, values);
  await savePreferences(tx, actor.orgId, actor.id, settings);
  if (Object.keys(changes).length > 0)
    await announce(step, userChanged, { subject: actor.id, changes, data: {} });
  if (changes.name || settings.locale) await raiseStamp(tx, actor.orgId);
  return {};
}
