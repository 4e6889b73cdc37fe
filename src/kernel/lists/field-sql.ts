import { type RawBuilder, sql } from 'kysely';
import { storedSql } from '../conditions/stored-sql.ts';
import type { Tx } from '../db.ts';
import type { Field } from '../fields.ts';

/** A field as SQL over alias `t`: the same expression that filters compare and indexes are built on. */
export function fieldSql(field: Field): RawBuilder<unknown> {
  return storedSql(field).column;
}

const texts = new WeakMap<Field, string>();

/** `"t"."company" as "company", …`: a page asks for thirty columns with every request, so each is written only once. */
export function selected(fields: readonly Field[], tx: Tx): RawBuilder<unknown> {
  const parts = fields.map((field) => {
    const known = texts.get(field);
    if (known !== undefined) return known;
    const { sql: text, parameters } = sql`${fieldSql(field)} as ${sql.ref(field.key)}`.compile(tx);
    if (parameters.length > 0) throw new Error(`the expression of ${field.key} has parameters`);
    texts.set(field, text);
    return text;
  });
  return sql.raw(parts.join(', '));
}

/** The SQL type a cursor's text is cast back to. */
export function sqlTypeOf(field: Field): RawBuilder<unknown> {
  return storedSql(field).cast;
}
