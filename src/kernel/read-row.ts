import { type RawBuilder, sql } from 'kysely';
import { definitionFor, rightsFor } from './access.ts';
import type { Step } from './command.ts';
import { rowsAsTold } from './db.ts';
import { type ObjectDefinition, rightOn } from './fields.ts';
import { fieldSql } from './lists/field-sql.ts';
import { hideFromActor } from './lists/mask.ts';
import { namesIn } from './lists/references.ts';
import { recordVisible } from './records.ts';
import { notFound } from './values/refusal.ts';

export interface ReadRow {
  readonly row: Record<string, unknown>;
  readonly names: Record<string, string>;
}

/** One record as this actor may see it, with the names of what it refers to; 404 when it is not his to see. */
export async function readRow(
  base: ObjectDefinition,
  id: string,
  step: Step,
  visible?: RawBuilder<unknown>,
): Promise<ReadRow> {
  const { actor, tx } = step;
  const definition = definitionFor(actor, base);
  const rights = rightsFor(actor, definition);
  const fields = definition.fields.filter((field) => !field.costly && rightOn(field, rights) !== 'hidden');
  const stored = fields.filter((field) => !field.customKey);
  const columns = [
    sql`t.id`,
    sql`t.version`,
    ...stored.map((field) => sql`${fieldSql(field)} as ${sql.ref(field.key)}`),
    ...(definition.customFields ? [sql`t.custom`] : []),
  ];
  const [row] = await rowsAsTold(
    tx,
    sql`select ${sql.join(columns)} from ${sql.table(definition.table)} as t
    where t.id = ${id}::uuid and ${visible ?? recordVisible(actor, definition.object)}`,
  );
  if (!row) throw notFound();
  hideFromActor([row], definition, actor);
  return { row, names: await namesIn([row], fields, step) };
}
