import { type RawBuilder, sql } from 'kysely';
import { type FieldRights, type ObjectDefinition, rightOn } from '../fields.ts';
import { grams } from '../values/text.ts';
import { fieldSql } from './field-sql.ts';

/** Words that must occur in one of the searched fields. Literal: % and _ mean themselves. */
export function quickSearch(
  text: string,
  definition: ObjectDefinition,
  rights: FieldRights,
): RawBuilder<unknown> {
  const searched = definition.fields.filter((field) => {
    const right = rightOn(field, rights);
    return field.search && !field.expression && right !== 'hidden' && right !== 'masked';
  });
  if (searched.length === 0) return sql`false`;
  const pieces = grams(text);
  const pattern = `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const each = searched.map((field) => {
    const literal = sql`${fieldSql(field)} ilike ${pattern}`;
    return field.grams && text.trim().length > 1
      ? sql`(${literal} and yd_grams(${fieldSql(field)}) @> ${pieces}::text[])`
      : literal;
  });
  return sql`(${sql.join(each, sql` or `)})`;
}
