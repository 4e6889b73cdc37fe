import { fieldOf, type ObjectDefinition } from '#kernel/fields.ts';
import { displayPhone } from '#kernel/values/phone-text.ts';
import type { FormValues } from '#ui/form-check.ts';

/** What a form sends: catalogue keys as they are, the organisation's own fields under `custom`. */
export function submitValues(definition: ObjectDefinition, values: FormValues): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  const custom: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const field = fieldOf(definition, key);
    const blank = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (field?.customKey) custom[field.customKey] = blank ? null : value;
    else sent[key] = blank ? null : value;
  }
  return Object.keys(custom).length > 0 ? { ...sent, custom } : sent;
}

/** Only what differs from the row as it was read: a PATCH says nothing about the rest. */
export function changedValues(
  definition: ObjectDefinition,
  before: Readonly<Record<string, unknown>>,
  values: FormValues,
): Record<string, unknown> {
  const old = formValues(definition, before);
  const changed = Object.entries(values).filter(([key, value]) => !sameValue(old[key], value));
  return submitValues(definition, Object.fromEntries(changed));
}

/** Whether two values of a form say the same; empty is empty however it is written. */
export function sameValue(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(
      value === '' || value === undefined || (Array.isArray(value) && value.length === 0) ? null : value,
    );
  return plain(one) === plain(other);
}

/** A row as a form shows it: custom values under their catalogue keys, phones as people write them. */
export function formValues(definition: ObjectDefinition, row: Readonly<Record<string, unknown>>): FormValues {
  const custom = (row.custom ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    definition.fields.map((field) => {
      const value = (field.customKey ? custom[field.customKey] : row[field.key]) ?? undefined;
      return [field.key, field.type === 'phone' && typeof value === 'string' ? displayPhone(value) : value];
    }),
  ) as FormValues;
}
