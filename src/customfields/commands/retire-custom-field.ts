import { raiseStamp } from '#kernel/access-stamp.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { customFieldRestored, customFieldRetired } from '../events.ts';
import { fieldsAtMost } from '../model.ts';
import { keepUnique, loadFields, lockField, saveField } from '../store.ts';

/** Takes a field out of use everywhere at once; its values stay for thirty days. */
export async function retireCustomField(
  { id }: Input<typeof contract.retireCustomField>,
  step: Step,
): Promise<Output<typeof contract.retireCustomField>> {
  await raiseStamp(step.tx, step.actor.orgId);
  const field = await lockField(step, id);
  if (field.retiredAt) throw new Refusal('rule', 'field_retired');

  if (field.unique) await keepUnique(step, field, false);
  const version = await saveField(step, { ...field, retiredAt: step.now });
  await announce(step, customFieldRetired, {
    subject: id,
    data: { object: field.object, key: field.key },
  });
  return { id, version };
}

/** Brings a retired field back with all its values. */
export async function restoreCustomField(
  { id }: Input<typeof contract.restoreCustomField>,
  step: Step,
): Promise<Output<typeof contract.restoreCustomField>> {
  await raiseStamp(step.tx, step.actor.orgId);
  const field = await lockField(step, id);
  if (!field.retiredAt) throw new Refusal('rule', 'not_retired');
  const live = (await loadFields(step, field.object)).filter((one) => one.retiredAt === null);
  if (live.length >= fieldsAtMost)
    throw new Refusal('rule', 'too_many_fields', { detail: { n: live.length } });

  if (field.unique && !(await keepUnique(step, field, true))) throw new Refusal('rule', 'shared_values');
  const version = await saveField(step, { ...field, retiredAt: null });
  await announce(step, customFieldRestored, {
    subject: id,
    data: { object: field.object, key: field.key },
  });
  return { id, version };
}
