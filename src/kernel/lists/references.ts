import { type RawBuilder, sql } from 'kysely';
import type { Step } from '../command.ts';
import { columnOf, type Field, fieldOf, objectNamed } from '../fields.ts';
import { isId } from '../values/id.ts';

interface Reference {
  readonly field: Field;
  readonly alias: string;
  readonly join: RawBuilder<unknown>;
  readonly select: RawBuilder<unknown>;
}

/** Joins that fetch the names of the ids on a page: after the limit, so at most a page's worth of look-ups. */
export function referencesOf(fields: readonly Field[], orgId: string): Reference[] {
  const found: Reference[] = [];
  for (const field of fields) {
    if (field.customKey || (field.type !== 'user' && field.type !== 'reference')) continue;
    const target = objectNamed(field.type === 'user' ? 'users' : (field.reference ?? ''));
    const name = target && fieldOf(target, target.nameField);
    if (!target || !name) continue;
    const alias = `r${found.length}`;
    found.push({
      field,
      alias,
      join: sql`left join ${sql.table(target.table)} as ${sql.ref(alias)} on ${sql.ref(`${alias}.org_id`)} = ${orgId}::uuid and ${sql.ref(`${alias}.id`)} = p.${sql.ref(field.key)}`,
      select: sql`${sql.ref(`${alias}.${columnOf(name)}`)} as ${sql.ref(`${field.key}$name`)}`,
    });
  }
  return found;
}

/**
 * Adds the names of people in fields that admins added: ids inside JSON cannot be joined, so those of the page
 * are asked for together.
 */
export async function addCustomNames(
  rows: readonly Record<string, unknown>[],
  fields: readonly Field[],
  names: Record<string, string>,
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
): Promise<void> {
  const keys = fields.flatMap(({ type, customKey }) => (type === 'user' && customKey ? customKey : []));
  const ids = rows.flatMap(({ custom }) =>
    keys.map((key) => (custom as Record<string, unknown> | undefined)?.[key]).filter(isId),
  );
  if (ids.length === 0) return;
  const found = await sql<{ id: string; name: string }>`
    select id, name from users where org_id = ${actor.orgId}::uuid and id = any(${[...new Set(ids)]}::uuid[])`.execute(
    tx,
  );
  for (const { id, name } of found.rows) names[id] = name;
}

/** Moves the joined names out of the rows into one dictionary by id. */
export function collectNames(
  rows: Record<string, unknown>[],
  references: readonly Reference[],
): Record<string, string> {
  const names: Record<string, string> = {};
  for (const { field } of references) {
    const nameKey = `${field.key}$name`;
    for (const row of rows) {
      const id = row[field.key];
      const name = row[nameKey];
      if (typeof id === 'string' && typeof name === 'string') names[id] = name;
      delete row[nameKey];
    }
  }
  return names;
}
