import type { RawBuilder } from 'kysely';
import { storedSql } from '../conditions/stored-sql.ts';
import type { Field } from '../fields.ts';

/** A field as SQL over alias `t`: the same expression that filters compare and indexes are built on. */
export function fieldSql(field: Field): RawBuilder<unknown> {
  return storedSql(field).column;
}

/** The SQL type a cursor's text is cast back to. */
export function sqlTypeOf(field: Field): RawBuilder<unknown> {
  return storedSql(field).cast;
}
