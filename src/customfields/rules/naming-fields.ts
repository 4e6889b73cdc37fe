import { columnOf, type Field, type ObjectDefinition } from '#kernel/fields.ts';
import { type Decision, no, yes } from '#kernel/values/refusal.ts';

const keyShape = /^[a-z][A-Za-z0-9_]{0,39}$/;

/** Columns that every table has or may get; a custom field of that name would be taken for them. */
const systemNames = [
  'id',
  'org_id',
  'version',
  'custom',
  'raw',
  'object',
  'owner_id',
  'pool_id',
  'status',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'deleted_at',
  'prototype',
];

/** owner_id, ownerId and OWNERID are one name. */
function folded(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/**
 * Decides under which name a new field keeps its values. Names of columns, of the object's own fields and of what
 * every JavaScript object carries (toString) are refused: somewhere they would be mistaken for it.
 */
export function decideKey(
  asked: string,
  definition: ObjectDefinition,
  taken: readonly string[],
): Decision<string, 'bad_name' | 'reserved_name' | 'name_taken'> {
  if (asked in {} || asked.startsWith('__')) return no('reserved_name');
  if (!keyShape.test(asked)) return no('bad_name');
  const reserved = [...systemNames, ...definition.fields.flatMap((field) => [field.key, columnOf(field)])];
  if (reserved.some((name) => folded(name) === folded(asked))) return no('reserved_name');
  if (taken.some((name) => folded(name) === folded(asked))) return no('name_taken');
  return yes(asked);
}

/** Makes a name from the English label; numbered when it is taken or cannot be had. */
export function makeKey(labelEn: string, definition: ObjectDefinition, taken: readonly string[]): string {
  const words = labelEn.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const joined = words.join('_').replace(/^[0-9_]+/, '');
  const base = joined.slice(0, 30) || 'field';
  for (let number = 1; ; number += 1) {
    const decision = decideKey(number === 1 ? base : `${base}_${number}`, definition, taken);
    if ('yes' in decision) return decision.yes;
  }
}

/** Two fields with one label could not be told apart in a form, a filter or an import. */
export function isLabelTaken(
  label: Field['label'],
  others: readonly Pick<Field, 'label'>[],
): 'zh' | 'en' | null {
  if (others.some((field) => field.label.zh === label.zh)) return 'zh';
  return others.some((field) => field.label.en.toLowerCase() === label.en.toLowerCase()) ? 'en' : null;
}
