import { type RawBuilder, sql } from 'kysely';
import type { Step } from '../command.ts';
import { rowsPrepared } from '../db.ts';
import { columnOf, type Field, fieldOf, type ObjectDefinition, objectNamed } from '../fields.ts';
import { isId } from '../values/id.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Names of everything that rows refer to, by id. People are known from the cached organisation; the rest is asked for
 * in one statement over just the ids that occur. Joins would be planned anew with every request, used or not.
 */
export async function namesIn(
  rows: readonly Row[],
  fields: readonly Field[],
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
): Promise<Record<string, string>> {
  const names: Record<string, string> = {};
  const wanted = new Map<ObjectDefinition, Set<string>>();
  for (const field of fields) {
    const target = targetOf(field);
    if (!target) continue;
    for (const row of rows) {
      const id = valueIn(row, field);
      if (!isId(id) || id in names) continue;
      const known = target.object === 'users' ? actor.org.people?.get(id) : undefined;
      if (known !== undefined) names[id] = known;
      else wanted.set(target, (wanted.get(target) ?? new Set()).add(id));
    }
  }
  const parts = [...wanted].flatMap(([target, ids]) => namesSql(target, [...ids], actor.orgId) ?? []);
  if (parts.length === 0) return names;
  const found = await rowsPrepared<{ id: string; name: string | null }>(
    tx,
    sql.join(parts, sql` union all `),
  );
  for (const { id, name } of found) if (name !== null) names[id] = name;
  return names;
}

function targetOf({ type, reference }: Field): ObjectDefinition | undefined {
  return type === 'user' || type === 'reference'
    ? objectNamed(type === 'user' ? 'users' : (reference ?? ''))
    : undefined;
}

function valueIn(row: Row, { key, customKey }: Field): unknown {
  return customKey ? (row.custom as Row | null | undefined)?.[customKey] : row[key];
}

function namesSql(
  target: ObjectDefinition,
  ids: readonly string[],
  orgId: string,
): RawBuilder<unknown> | undefined {
  const name = fieldOf(target, target.nameField);
  if (!name) return undefined;
  return sql`select id, ${sql.ref(columnOf(name))} as name from ${sql.table(target.table)}
    where org_id = ${orgId}::uuid and id = any(${ids}::uuid[])`;
}
