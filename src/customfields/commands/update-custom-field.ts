import { raiseStamp } from '#kernel/access-stamp.ts';
import { orBadInput, orRefuse, type Step, stale } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { countCustomChoice } from '#kernel/custom-values.ts';
import { objectNamed } from '#kernel/fields.ts';
import { announce, type Changes } from '#kernel/outbox.ts';
import { badInput, notFound, Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { customFieldChanged } from '../events.ts';
import type { CustomChoice, CustomField } from '../model.ts';
import { catalogueField } from '../rules/catalogue-field.ts';
import { arrangeChoices, hasChoices, type SentChoice } from '../rules/choices.ts';
import { decideUnique, decideUniqueType } from '../rules/keeping-unique.ts';
import { isLabelTaken } from '../rules/naming-fields.ts';
import { keepUnique, loadFields, lockField, saveField } from '../store.ts';

/** Changes labels, choices and flags of a field; its name and type are for good, because data and rules rely on them. */
export async function updateCustomField(
  {
    id,
    version,
    label,
    choices,
    required,
    filter,
    sort,
    unique,
    position,
  }: Input<typeof contract.updateCustomField>,
  step: Step,
): Promise<Output<typeof contract.updateCustomField>> {
  await raiseStamp(step.tx, step.actor.orgId);
  const field = await lockField(step, id);
  if (field.version !== version) throw stale(field);
  if (field.retiredAt) throw new Refusal('rule', 'field_retired');
  if (label) await requireFreeLabel(step, field, label);
  const after: CustomField = {
    ...field,
    labelZh: label?.zh ?? field.labelZh,
    labelEn: label?.en ?? field.labelEn,
    choices: choices ? await rearranged(step, field, choices) : field.choices,
    required: required ?? field.required,
    filterable: filter ?? field.filterable,
    sortable: sort ?? field.sortable,
    unique: unique ?? field.unique,
    position: position ?? field.position,
  };
  const changes = differences(field, after);
  if (Object.keys(changes).length === 0) return { id, version };

  if (after.unique !== field.unique) await changeUnique(step, field, after.unique);
  const saved = await saveField(step, after);
  await announce(step, customFieldChanged, {
    subject: id,
    changes,
    data: { object: field.object, key: field.key },
  });
  return { id, version: saved };
}

/** Records that share a value stand in the way of a unique field: which of them is right, only people know. */
async function changeUnique(step: Step, field: CustomField, on: boolean): Promise<void> {
  if (on) {
    orBadInput('unique', decideUniqueType(field.type));
    orRefuse(decideUnique((await loadFields(step, field.object)).filter(({ id }) => id !== field.id)));
  }
  if (!(await keepUnique(step, field, on))) throw new Refusal('rule', 'shared_values');
}

async function requireFreeLabel(
  step: Step,
  field: CustomField,
  label: { readonly zh: string; readonly en: string },
): Promise<void> {
  const definition = objectNamed(field.object);
  const others = (await loadFields(step, field.object)).filter(
    (one) => one.id !== field.id && one.retiredAt === null,
  );
  const same = isLabelTaken(label, [...(definition?.fields ?? []), ...others.map(catalogueField)]);
  if (same) throw badInput([{ field: `label.${same}`, code: 'label_taken' }]);
}

/** A choice may go only when no record has it: nobody should read a bare key. */
async function rearranged(
  step: Step,
  field: CustomField,
  sent: readonly SentChoice[],
): Promise<readonly CustomChoice[]> {
  const definition = objectNamed(field.object);
  if (!definition) throw notFound();
  if (!hasChoices(field.type)) throw badInput([{ field: 'choices', code: 'not_expected' }]);
  const arranged = arrangeChoices(sent, field.choices ?? []);
  if (!arranged) throw badInput([{ field: 'choices', code: 'not_valid' }]);
  for (const { key, label } of arranged.gone) {
    const n = await countCustomChoice(step, definition, field.key, key);
    const choice = step.actor.locale.startsWith('en') ? label.en : label.zh;
    if (n > 0) throw new Refusal('rule', 'choice_in_use', { detail: { choice, n } });
  }
  return arranged.choices;
}

function differences(before: CustomField, after: CustomField): Changes {
  const keys = [
    'labelZh',
    'labelEn',
    'choices',
    'required',
    'filterable',
    'sortable',
    'unique',
    'position',
  ] as const;
  return Object.fromEntries(
    keys
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      .map((key) => [key, [before[key], after[key]]]),
  );
}
