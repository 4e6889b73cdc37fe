import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { columnOf, type Field, fieldOf, objectNamed } from '#kernel/fields.ts';
import { recordVisible } from '#kernel/records.ts';
import { foldForSearch } from '#kernel/values/text.ts';

/** Ids by the folded name (or e-mail) they were asked for. */
export type NamedIds = ReadonlyMap<string, readonly string[]>;

const fold = (name: string) => foldForSearch(name).replace(/\s+/g, ' ').trim();

/** Active people by name or e-mail address. */
export async function findPeople({ tx, actor }: Step, names: readonly string[]): Promise<NamedIds> {
  const found = await sql<{ id: string; name: string; email: string }>`
    select id, name, email from users
    where org_id = ${actor.orgId}::uuid and status = 'active'
      and (lower(name) = any(${names.map(fold)}::text[]) or lower(email) = any(${names.map(fold)}::text[]))`.execute(
    tx,
  );
  return grouped(
    found.rows.flatMap(
      ({ id, name, email }) =>
        [
          [name, id],
          [email, id],
        ] as const,
    ),
  );
}

/** Records of another object by name, as far as the actor sees them. */
export async function findRecords(
  { tx, actor }: Step,
  field: Field,
  names: readonly string[],
): Promise<NamedIds> {
  const target = objectNamed(field.reference ?? '');
  const name = target && fieldOf(target, target.nameField);
  if (!target || !name) return new Map();
  const column = sql.ref(`t.${columnOf(name)}`);
  const found = await sql<{ id: string; name: string }>`
    select t.id, ${column} as name from ${sql.table(target.table)} as t
    where t.org_id = ${actor.orgId}::uuid and ${column} = any(${[...new Set(names)]}::text[])
      and ${recordVisible(actor, target.object)}`.execute(tx);
  return grouped(found.rows.map(({ id, name: called }) => [called, id] as const));
}

/** The ids that go by a name. */
export function idsOf(named: NamedIds, name: string): readonly string[] {
  return named.get(fold(name)) ?? [];
}

function grouped(pairs: readonly (readonly [name: string, id: string])[]): NamedIds {
  const ids = new Map<string, string[]>();
  for (const [name, id] of pairs) {
    const key = fold(name);
    const known = ids.get(key) ?? [];
    if (!known.includes(id)) known.push(id);
    ids.set(key, known);
  }
  return ids;
}

/** Names of records by id, of those the actor may see. */
export async function visibleNames(
  { tx, actor }: Step,
  object: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const definition = objectNamed(object);
  const name = definition && fieldOf(definition, definition.nameField);
  if (!definition || !name || ids.length === 0) return new Map();
  const found = await sql<{ id: string; name: string }>`
    select t.id, ${sql.ref(`t.${columnOf(name)}`)} as name from ${sql.table(definition.table)} as t
    where t.org_id = ${actor.orgId}::uuid and t.id = any(${ids}::uuid[]) and ${recordVisible(actor, object)}`.execute(
    tx,
  );
  return new Map(found.rows.map((row) => [row.id, row.name]));
}
