import { type Field, type FieldRights, isEditable, type ObjectDefinition, rightOn } from '#kernel/fields.ts';
import type { FieldSpec } from '#ui/field-spec.ts';
import type { Column, GridRow } from '#ui/grid-types.ts';
import type { Locale } from './preferences.ts';

/** One field of the catalogue as the screen draws it: label and choices in the reader's language. */
export function fieldSpec(field: Field, locale: Locale, rights: FieldRights = {}): FieldSpec {
  const right = rightOn(field, rights);
  return {
    key: field.key,
    kind: field.type,
    label: field.label[locale],
    choices: field.choices?.map(({ key, label, tone }) => ({ key, label: label[locale], tone })),
    reference: field.reference,
    required: field.required,
    readOnly: right !== 'edit',
    masked: right === 'masked',
    maxLength: field.maxLength,
    min: field.min,
    max: field.max,
    filter: field.filter,
    sort: field.sort,
  };
}

function picked(
  definition: ObjectDefinition,
  keys: readonly string[] | undefined,
  rights: FieldRights,
): Field[] {
  const visible = definition.fields.filter((field) => rightOn(field, rights) !== 'hidden');
  if (!keys) return visible;
  return keys.flatMap((key) => visible.find((field) => field.key === key) ?? []);
}

/** Fields of a form, in the order asked for; what the person may not see is left out. */
export function formFields(
  definition: ObjectDefinition,
  locale: Locale,
  keys?: readonly string[],
  rights: FieldRights = {},
): FieldSpec[] {
  return picked(definition, keys, rights)
    .filter((field) => keys !== undefined || isEditable(field))
    .map((field) => fieldSpec(field, locale, rights));
}

/** Fields that may stand in a filter. */
export function filterFields(
  definition: ObjectDefinition,
  locale: Locale,
  rights: FieldRights = {},
): FieldSpec[] {
  return picked(definition, undefined, rights)
    .filter((field) => field.filter)
    .map((field) => fieldSpec(field, locale, rights));
}

/** What one screen adds to a column of the catalogue: its own drawing, a total, a width. */
export type ColumnChanges<Row extends GridRow> = Readonly<Record<string, Partial<Omit<Column<Row>, 'key'>>>>;

/**
 * Columns of a list: those named first and in that order, the other visible fields behind them, hidden until
 * chosen. `changes` gives a column its own drawing.
 */
export function gridColumns<Row extends GridRow>(
  definition: ObjectDefinition,
  locale: Locale,
  shown: readonly string[],
  changes: ColumnChanges<Row> = {},
  rights: FieldRights = {},
): Column<Row>[] {
  const all = picked(definition, undefined, rights);
  const first = shown.flatMap((key) => all.find((field) => field.key === key) ?? []);
  const rest = all.filter((field) => !shown.includes(field.key));
  return [...first, ...rest].map((field) => {
    const { sort, filter: _filter, ...spec } = fieldSpec(field, locale, rights);
    return {
      ...spec,
      width: field.width ?? 120,
      hidden: !shown.includes(field.key),
      sortable: sort,
      editable: rightOn(field, rights) === 'edit',
      value: field.customKey ? (row) => customValue(row, field) : undefined,
      ...changes[field.key],
    };
  });
}

function customValue(row: GridRow, field: Field): unknown {
  const custom = 'custom' in row ? row.custom : undefined;
  return custom && typeof custom === 'object'
    ? (custom as Record<string, unknown>)[field.customKey ?? field.key]
    : null;
}
