import { type RawBuilder, sql } from 'kysely';
import { type Actor, definitionFor, rightsFor } from './access.ts';
import { type Step, stale } from './command.ts';
import { requireKnownPeople } from './custom-values.ts';
import { valueSchema } from './field-schemas.ts';
import { columnOf, type Field, fieldOf, isEditable, type ObjectDefinition, rightOn } from './fields.ts';
import type { Changes } from './outbox.ts';
import { badInput, notFound, type Refusal } from './values/refusal.ts';
import { cleanValue } from './values-in.ts';

/** A stored row under its catalogue keys, with `custom` for the organisation's own fields. */
export interface Row {
  readonly id: string;
  readonly version: number;
  readonly [key: string]: unknown;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Brings values a person sent into their one normal form (trimmed, phones as E.164 …) and checks rights and
 * custom fields. Refuses (422) by field: hidden or unknown → `unknown_field`, read-only → `not_editable`.
 */
export function acceptValues(actor: Actor, base: ObjectDefinition, sent: Values): Record<string, unknown> {
  const definition = definitionFor(actor, base);
  const rights = rightsFor(actor, definition);
  const problems: Refusal['errors'][number][] = [];
  const accepted: Record<string, unknown> = {};
  const accept = (field: Field | undefined, key: string, value: unknown): unknown => {
    const right = field && rightOn(field, rights);
    if (!field || right === 'hidden') problems.push({ field: key, code: 'unknown_field' });
    else if (right !== 'edit') problems.push({ field: key, code: 'not_editable' });
    else {
      const cleaned = cleanValue(field, value);
      if (cleaned.problem) problems.push({ field: key, code: cleaned.problem });
      else if (field.required && cleaned.value === null) problems.push({ field: key, code: 'required' });
      else return cleaned.value;
    }
    return undefined;
  };
  for (const [key, value] of Object.entries(sent)) {
    if (value === undefined) continue;
    if (key !== 'custom') accepted[key] = accept(fieldOf(definition, key), key, value);
  }
  if (sent.custom) accepted.custom = acceptCustom(definition, sent.custom as Values, accept, problems);
  if (problems.length > 0) throw badInput(problems);
  return accepted;
}

function acceptCustom(
  definition: ObjectDefinition,
  sent: Values,
  accept: (field: Field | undefined, key: string, value: unknown) => unknown,
  problems: Refusal['errors'][number][],
): Record<string, unknown> {
  const custom: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(sent)) {
    const field = definition.fields.find((one) => one.customKey === key);
    const shape = field && value !== null ? valueSchema(field).safeParse(value) : null;
    if (shape && !shape.success) problems.push({ field: `custom.${key}`, code: 'not_valid' });
    else custom[key] = accept(field, `custom.${key}`, value);
  }
  return custom;
}

/** Required custom fields that a new row lacks. */
export function requireCustom(actor: Actor, base: ObjectDefinition, values: Values): void {
  const custom = (values.custom ?? {}) as Values;
  const missing = definitionFor(actor, base).fields.filter(
    (field) => field.customKey && field.required && (custom[field.customKey] ?? null) === null,
  );
  if (missing.length > 0)
    throw badInput(missing.map((field) => ({ field: `custom.${field.customKey}`, code: 'required' })));
}

/** The SQL of a value going into its column. */
export function columnValue(field: Field, value: unknown): RawBuilder<unknown> {
  if (value === null || value === undefined) return sql`null`;
  if (field.type === 'multiChoice') return sql`${value as string[]}::text[]`;
  return sql`${value}`;
}

/** What differs between a row and the values about to be saved, by catalogue key; custom fields as `custom.key`. */
export function changesBetween(definition: ObjectDefinition, before: Row, after: Values): Changes {
  const changes: Record<string, [unknown, unknown]> = {};
  const compare = (key: string, old: unknown, value: unknown) => {
    const left = old instanceof Date ? old.toISOString() : (old ?? null);
    const right = value instanceof Date ? value.toISOString() : (value ?? null);
    if (JSON.stringify(left) !== JSON.stringify(right)) changes[key] = [left, right];
  };
  for (const [key, value] of Object.entries(after)) {
    if (key !== 'custom' && fieldOf(definition, key)) compare(key, before[key], value);
  }
  const oldCustom = (before.custom ?? {}) as Values;
  for (const [key, value] of Object.entries((after.custom ?? {}) as Values))
    compare(`custom.${key}`, oldCustom[key], value);
  return changes;
}

/**
 * Inserts a new row from catalogue values plus columns the slice sets itself. Only declared fields travel.
 * A unique index decides races: the loser gets `already_exists` (409).
 */
export async function insertRow(
  step: Step,
  definition: ObjectDefinition,
  id: string,
  values: Values,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  if (values.custom) await requireKnownPeople(step, definition, values.custom as Values);
  const columns: Record<string, RawBuilder<unknown>> = {
    org_id: sql`${step.actor.orgId}::uuid`,
    id: sql`${id}::uuid`,
  };
  for (const [key, value] of Object.entries(values)) {
    const field = fieldOf(definition, key);
    if (field && !field.expression && !field.customKey && value !== undefined)
      columns[columnOf(field)] = columnValue(field, value);
  }
  if (values.custom) columns.custom = sql`${JSON.stringify(values.custom)}::jsonb`;
  for (const [column, value] of Object.entries(more))
    columns[column] = value === undefined ? sql`null` : sql`${value}`;
  await sql`
    insert into ${sql.table(definition.table)} (${sql.join(Object.keys(columns).map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(columns))})`.execute(step.tx);
}

/**
 * Saves changed values under the version the caller read; returns the new version and what changed.
 * Refuses (409, with the present row) when somebody saved in between. Nothing changed: nothing is written.
 */
export async function updateRow(
  step: Step,
  definition: ObjectDefinition,
  before: Row,
  values: Values,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ version: number; changes: Changes }> {
  const changes = changesBetween(definition, before, values);
  const setMore = Object.entries(more);
  if (Object.keys(changes).length === 0 && setMore.length === 0) return { version: before.version, changes };
  if (values.custom) await requireKnownPeople(step, definition, values.custom as Values);
  const sets: RawBuilder<unknown>[] = [];
  for (const key of Object.keys(changes)) {
    const field = fieldOf(definition, key);
    if (!field || field.customKey || field.expression || !isEditableColumn(field)) continue;
    sets.push(sql`${sql.ref(columnOf(field))} = ${columnValue(field, values[key])}`);
  }
  if (values.custom)
    sets.push(sql`custom = jsonb_strip_nulls(custom || ${JSON.stringify(values.custom)}::jsonb)`);
  for (const [column, value] of setMore) sets.push(sql`${sql.ref(column)} = ${value}`);
  const saved = await sql<{ version: number }>`
    update ${sql.table(definition.table)} set ${sql.join(sets)}, version = version + 1
    where org_id = ${step.actor.orgId}::uuid and id = ${before.id}::uuid and version = ${before.version}
    returning version`.execute(step.tx);
  const row = saved.rows[0];
  if (!row) throw stale(before);
  return { version: row.version, changes };
}

function isEditableColumn(field: Field): boolean {
  return isEditable(field) || field.expression === undefined;
}

/** Refuses (409, present values) unless the row is the one the caller looked at; 404 when it is not there. */
export function expectVersion<R extends Row>(row: R | undefined, version: number): R {
  if (!row) throw notFound();
  if (row.version !== version) throw stale(row);
  return row;
}
