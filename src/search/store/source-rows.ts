import { type RawBuilder, sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { columnOf, type Field, fieldOf, type ObjectDefinition, objectNamed } from '#kernel/fields.ts';
import { fieldSql } from '#kernel/lists/field-sql.ts';
import { type IndexedObject, indexedObjects } from '../model.ts';
import { searchedFields } from '../rules/search-reach.ts';

/** A live record as its document is made from it. */
export interface SourceRow {
  readonly id: string;
  readonly title: string;
  readonly accountId: string | null;
  readonly ownerId: string | null;
  readonly createdAt: Date;
  /** Values by field key: searched ones, phones, those shown beside the name. */
  readonly facts: Readonly<Record<string, string>>;
}

/** An indexed object that the running product has. */
export interface Indexed extends IndexedObject {
  readonly definition: ObjectDefinition;
  readonly name: Field;
  readonly factFields: readonly Field[];
}

/** The indexed objects that exist, with the fields their documents are made of. */
export function presentObjects(): Indexed[] {
  return indexedObjects.flatMap((one) => {
    const definition = objectNamed(one.object);
    const name = definition && fieldOf(definition, definition.nameField);
    if (!definition || !name) return [];
    const { others, phones } = searchedFields(definition);
    const beside = one.beside.flatMap((key) => fieldOf(definition, key) ?? []);
    return [{ ...one, definition, name, factFields: [...new Set([...others, ...phones, ...beside])] }];
  });
}

/** A document's `facts` in SQL over alias `t`: only fields that have a value. */
export function factsSql({ factFields }: Indexed): RawBuilder<unknown> {
  if (factFields.length === 0) return sql`'{}'::jsonb`;
  const pairs = factFields.flatMap((field) => [sql`${sql.lit(field.key)}::text`, fieldSql(field)]);
  return sql`jsonb_strip_nulls(jsonb_build_object(${sql.join(pairs)}))`;
}

/** The owner of a row in SQL over alias `t`. */
export function ownerSql({ definition }: Indexed): RawBuilder<unknown> {
  return definition.ownerColumn ? sql.ref(`t.${definition.ownerColumn}`) : sql`null::uuid`;
}

/** The customer a row belongs to, in SQL over alias `t`. */
export function accountSql({ definition, account }: Indexed): RawBuilder<unknown> {
  const field = account === undefined ? undefined : fieldOf(definition, account);
  return field ? sql.ref(`t.${columnOf(field)}`) : sql`null::uuid`;
}

/** Not in the bin, in SQL over alias `t`. */
export function aliveSql({ definition }: Indexed): RawBuilder<unknown> {
  return definition.softDelete ? sql`t.deleted_at is null` : sql`true`;
}

function rowsSql(one: Indexed): RawBuilder<SourceRow> {
  return sql<SourceRow>`
    t.id, ${fieldSql(one.name)} as title, ${accountSql(one)} as "accountId", ${ownerSql(one)} as "ownerId",
    t.created_at as "createdAt", ${factsSql(one)} as facts`;
}

/** The live ones among these records, and all records of these accounts. */
export async function loadSourceRows(
  { tx, actor }: Step,
  one: Indexed,
  ids: readonly string[],
): Promise<SourceRow[]> {
  const theirs = one.account ? sql` or ${accountSql(one)} = any(${ids}::uuid[])` : sql``;
  const found = await sql<SourceRow>`
    select ${rowsSql(one)} from ${sql.table(one.definition.table)} as t
    where t.org_id = ${actor.orgId}::uuid and (t.id = any(${ids}::uuid[])${theirs}) and ${aliveSql(one)}
      and ${fieldSql(one.name)} is not null`.execute(tx);
  return found.rows;
}

/** The next live records in the order of their ids, for going through all of them. */
export async function loadNextSourceRows(
  { tx, actor }: Step,
  one: Indexed,
  after: string | null,
  size: number,
): Promise<SourceRow[]> {
  const found = await sql<SourceRow>`
    select ${rowsSql(one)} from ${sql.table(one.definition.table)} as t
    where t.org_id = ${actor.orgId}::uuid and (${after}::uuid is null or t.id > ${after}::uuid) and ${aliveSql(one)}
      and ${fieldSql(one.name)} is not null
    order by t.id limit ${size}`.execute(tx);
  return found.rows;
}
