import type { Field } from '#kernel/fields.ts';
import type { CustomField } from '../model.ts';
import { hasChoices, isSortable } from './choices.ts';

/** A custom field as a row of the catalogue: from here on it is a field like every other. */
export function catalogueField(field: CustomField): Field {
  const { key, type, choices, required, filterable, sortable } = field;
  return {
    key: `custom.${key}`,
    customKey: key,
    type,
    label: { zh: field.labelZh, en: field.labelEn },
    ...(hasChoices(type) ? { choices: choices ?? [] } : {}),
    ...(required ? { required } : {}),
    filter: filterable,
    sort: sortable && isSortable(type),
    group: type === 'choice' || type === 'checkbox',
    importable: true,
    exportable: true,
    bulk: true,
    hiddenByDefault: true,
  };
}
