import { raiseStamp } from '#kernel/access-stamp.ts';
import { orBadInput, orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { objectNamed } from '#kernel/fields.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput, Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { customFieldCreated } from '../events.ts';
import { type CustomFieldType, fieldsAtMost } from '../model.ts';
import { catalogueField } from '../rules/catalogue-field.ts';
import { arrangeChoices, hasChoices, type SentChoice } from '../rules/choices.ts';
import { decideUnique, decideUniqueType } from '../rules/keeping-unique.ts';
import { decideKey, isLabelTaken, makeKey } from '../rules/naming-fields.ts';
import { insertField, keepUnique, loadFields } from '../store.ts';

/** Adds a field to an object; with the next request everybody has it in form, list, filter, import and export. */
export async function createCustomField(
  {
    object,
    type,
    label,
    key: asked,
    choices: sent,
    required,
    filter,
    sort,
    unique,
  }: Input<typeof contract.createCustomField>,
  step: Step,
): Promise<Output<typeof contract.createCustomField>> {
  const definition = objectNamed(object);
  if (!definition?.customFields) throw badInput([{ field: 'object', code: 'unknown_choice' }]);
  // The stamp is also the lock: two admins adding at once take turns.
  await raiseStamp(step.tx, step.actor.orgId);
  const before = await loadFields(step, object);
  const live = before.filter((field) => field.retiredAt === null);
  if (live.length >= fieldsAtMost)
    throw new Refusal('rule', 'too_many_fields', { detail: { n: live.length } });

  const taken = before.map((field) => field.key);
  const key =
    asked === undefined
      ? makeKey(label.en, definition, taken)
      : orBadInput('key', decideKey(asked, definition, taken));
  const same = isLabelTaken(label, [...definition.fields, ...live.map(catalogueField)]);
  if (same) throw badInput([{ field: `label.${same}`, code: 'label_taken' }]);
  const choices = acceptChoices(type, sent);
  if (unique) {
    orBadInput('unique', decideUniqueType(type));
    orRefuse(decideUnique(live));
  }

  const id = newId();
  const position = Math.max(0, ...before.map((field) => field.position)) + 1;
  const field = {
    id,
    object,
    key,
    type,
    labelZh: label.zh,
    labelEn: label.en,
    choices,
    required,
    filterable: filter,
    sortable: sort,
    unique,
    position,
    retiredAt: null,
    version: 1,
  };
  await insertField(step, field);
  if (unique) await keepUnique(step, field, true);
  await announce(step, customFieldCreated, { subject: id, data: { object, key, type } });
  return { id, key, version: 1 };
}

function acceptChoices(type: CustomFieldType, sent: readonly SentChoice[] | undefined) {
  const arranged = hasChoices(type) ? arrangeChoices(sent ?? [], []) : null;
  if (hasChoices(type) ? !arranged?.choices.length : sent !== undefined)
    throw badInput([{ field: 'choices', code: hasChoices(type) ? 'required' : 'not_expected' }]);
  return arranged?.choices ?? null;
}
