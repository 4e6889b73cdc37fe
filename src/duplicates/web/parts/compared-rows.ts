import type { Output } from '#kernel/contract.ts';
import { isEditable, type ObjectDefinition } from '#kernel/fields.ts';
import { formFields } from '#kernel/web/catalogue.ts';
import type { localePreference } from '#kernel/web/preferences.ts';
import type { useDefinition } from '#kernel/web/session.ts';
import type { FieldSpec } from '#ui/field-spec.ts';
import type { getGroup } from '../../contract.ts';

export type Member = Output<typeof getGroup>['members'][number];

export interface CompareRow {
  readonly key: string;
  readonly label: string;
  readonly spec: FieldSpec | null;
}

/** A value by its key, the company's own fields inside `custom`. */
export function valueAt(member: Member, key: string): unknown {
  if (!key.startsWith('custom.')) return member.values?.[key];
  return (member.values?.custom as Record<string, unknown> | undefined)?.[key.slice('custom.'.length)];
}

export const isEmpty = (value: unknown) => value === null || value === undefined || value === '';

/** The fields that a merge decides on and that any of the records has. */
export function comparedRows(
  members: readonly Member[],
  { definition, rights }: ReturnType<typeof useDefinition>,
  locale: ReturnType<typeof localePreference.use>,
): CompareRow[] {
  const keys = definition.fields.filter(isEditable).map((field) => field.key);
  return formFields(definition, locale, keys, rights)
    .map((spec) => ({ key: mergeKey(definition, spec.key), label: spec.label, spec }))
    .filter(({ key }) => members.some((one) => !isEmpty(valueAt(one, key))));
}

function mergeKey(definition: ObjectDefinition, key: string): string {
  const own = definition.fields.find((field) => field.key === key)?.customKey;
  return own ? `custom.${own}` : key;
}
