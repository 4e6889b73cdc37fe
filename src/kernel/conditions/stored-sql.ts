import { type RawBuilder, sql } from 'kysely';
import { columnOf, type Field } from '#kernel/fields.ts';
import { kindOf } from './operators.ts';

/** A field as SQL compares it, and the type its values are cast to. */
export interface StoredSql {
  readonly column: RawBuilder<unknown>;
  readonly cast: RawBuilder<unknown>;
  /** Custom fields keep several choices as a JSON array, built-in ones as text[]. */
  readonly json: boolean;
}

const casts = {
  text: sql.raw('text'),
  key: sql.raw('text'),
  id: sql.raw('uuid'),
  number: sql.raw('numeric'),
  day: sql.raw('date'),
  instant: sql.raw('timestamptz'),
  flag: sql.raw('boolean'),
  list: sql.raw('text'),
} as const;
const bigint = sql.raw('bigint');

/**
 * The expression over alias `t` by which a field is compared. Customfields builds its indexes on exactly
 * this expression: an index on another spelling would not be used.
 */
export function storedSql(field: Field): StoredSql {
  if (field.customKey !== undefined) return customSql(field, field.customKey);
  const column =
    field.expression === undefined ? sql.ref(`t.${columnOf(field)}`) : sql`(${sql.raw(field.expression)})`;
  // int4 and int8 columns use their index against bigint, but not against numeric.
  const cast = field.type === 'integer' ? bigint : casts[kindOf(field.type)];
  return { column, cast, json: false };
}

/**
 * A value in the `custom` JSON that does not have the form of its type counts as empty, so one bad row
 * cannot break a list. Days and instants compare as text, because a cast of text to them can fail and
 * cannot be indexed: days are YYYY-MM-DD, instants exactly what `toISOString()` writes.
 */
function customSql(field: Field, key: string): StoredSql {
  const text = sql`(t.custom ->> ${sql.lit(key)})`;
  switch (kindOf(field.type)) {
    case 'number':
      return {
        column: sql`(case when ${text} ~ '^-?[0-9]{1,40}([.][0-9]{1,40})?$' then ${text}::numeric end)`,
        cast: casts.number,
        json: true,
      };
    case 'day':
      return { column: shaped(text, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'), cast: casts.text, json: true };
    case 'instant':
      return {
        column: shaped(text, '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z$'),
        cast: casts.text,
        json: true,
      };
    case 'flag':
      return { column: sql`(${text} = 'true')`, cast: casts.flag, json: true };
    case 'list':
      return { column: sql`(t.custom -> ${sql.lit(key)})`, cast: casts.text, json: true };
    default:
      return { column: text, cast: casts.text, json: true };
  }
}

function shaped(text: RawBuilder<unknown>, shape: string): RawBuilder<unknown> {
  return sql`((case when ${text} ~ ${sql.lit(shape)} then ${text} end) collate "C")`;
}
