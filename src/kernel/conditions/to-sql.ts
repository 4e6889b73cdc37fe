import { type RawBuilder, sql } from 'kysely';
import type { Field, ObjectDefinition } from '#kernel/fields.ts';
import { foldForSearch, grams } from '#kernel/values/text.ts';
import { foldCondition } from './fold.ts';
import { type Bounds, type Meaning, readRule } from './meaning.ts';
import { kindOf } from './operators.ts';
import { type StoredSql, storedSql } from './stored-sql.ts';
import type { Condition, ConditionMoment } from './tree.ts';

type Sql = RawBuilder<boolean>;

/**
 * Compiles a checked condition to a predicate over alias `t`.
 *
 * Only `true` selects a row: `and` and `or` may answer null for an empty column, which selects nothing, and every
 * negation is written `is not true`. So an empty value is simply a “no” that can be turned round, and comparisons
 * stay bare enough for an index. Columns come from the catalogue alone, values travel as typed parameters.
 */
export function conditionSql(
  condition: Condition,
  definition: ObjectDefinition,
  moment: ConditionMoment,
): Sql {
  const read = foldCondition<Sql>(condition, {
    rule(rule) {
      const { field, meaning } = readRule(rule, definition, moment);
      return meaningSql(field, meaning);
    },
    all: (parts) => sql<boolean>`(${sql.join(parts, sql` and `)})`,
    any: (parts) => sql<boolean>`(${sql.join(parts, sql` or `)})`,
    not: (part) => sql<boolean>`((${part}) is not true)`,
  });
  return read ?? sql<boolean>`true`;
}

function meaningSql(field: Field, meaning: Meaning): Sql {
  const stored = storedSql(field);
  if (meaning.kind === 'empty') return emptySql(field, stored, meaning.not);
  // Turned round, no index can help, and the bigrams of every row would only cost.
  const asked = askSql(meaning.not ? { ...field, grams: false } : field, stored, meaning);
  return meaning.not ? sql<boolean>`(${asked} is not true)` : asked;
}

function askSql(field: Field, stored: StoredSql, meaning: Exclude<Meaning, { kind: 'empty' }>): Sql {
  switch (meaning.kind) {
    case 'oneOf':
      return oneOfSql(stored, meaning.values);
    case 'anyOf':
      return anyOfSql(stored, meaning.values);
    case 'range':
      return rangeSql(stored, meaning.bounds);
    case 'checked':
      return sql<boolean>`(${stored.column})`;
    case 'contains':
    case 'startsWith':
      return likeAnySql(field, stored, meaning.kind, meaning.texts);
  }
}

function emptySql(field: Field, { column, json }: StoredSql, not: boolean): Sql {
  const kind = kindOf(field.type);
  if (kind === 'list') {
    const filled = json
      ? sql<boolean>`(jsonb_typeof(${column}) = 'array' and ${column} <> '[]'::jsonb)`
      : sql<boolean>`(cardinality(${column}) > 0)`;
    return not ? filled : sql<boolean>`(${filled} is not true)`;
  }
  const isText = kind === 'text' || kind === 'key' || (kind === 'id' && json);
  if (!isText) return not ? sql<boolean>`${column} is not null` : sql<boolean>`${column} is null`;
  return not ? sql<boolean>`${column} <> ''` : sql<boolean>`(${column} is null or ${column} = '')`;
}

function oneOfSql({ column, cast }: StoredSql, values: readonly string[]): Sql {
  const [first] = values;
  return values.length === 1
    ? sql<boolean>`${column} = ${first}::${cast}`
    : sql<boolean>`${column} = any(${values}::${cast}[])`;
}

function anyOfSql({ column, json }: StoredSql, values: readonly string[]): Sql {
  return json
    ? sql<boolean>`(jsonb_typeof(${column}) = 'array' and ${column} ?| ${values}::text[])`
    : sql<boolean>`${column} && ${values}::text[]`;
}

function rangeSql({ column, cast }: StoredSql, { gt, gte, lt, lte }: Bounds): Sql {
  const sides: Sql[] = [];
  if (gt !== undefined) sides.push(sql<boolean>`${column} > ${gt}::${cast}`);
  if (gte !== undefined) sides.push(sql<boolean>`${column} >= ${gte}::${cast}`);
  if (lt !== undefined) sides.push(sql<boolean>`${column} < ${lt}::${cast}`);
  if (lte !== undefined) sides.push(sql<boolean>`${column} <= ${lte}::${cast}`);
  return sides.length === 1 && sides[0] ? sides[0] : sql<boolean>`(${sql.join(sides, sql` and `)})`;
}

function likeAnySql(
  field: Field,
  stored: StoredSql,
  kind: 'contains' | 'startsWith',
  texts: readonly string[],
): Sql {
  const sides = texts.map((text) => likeSql(field, stored, kind, text));
  return sides.length === 1 && sides[0] ? sides[0] : sql<boolean>`(${sql.join(sides, sql` or `)})`;
}

/**
 * Finds a text as it was typed, upper or lower case, full or half width: % and _ are letters like others.
 * The bigrams only narrow the search by index; the comparison itself decides, and stands first because it is the
 * cheaper of the two where there is no index to use.
 */
function likeSql(field: Field, { column }: StoredSql, kind: 'contains' | 'startsWith', text: string): Sql {
  const literal = foldForSearch(text).replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const pattern = kind === 'contains' ? `%${literal}%` : `${literal}%`;
  const exact = sql<boolean>`lower(normalize(${column}, nfkc)) like ${pattern}::text`;
  const pieces = field.grams ? grams(text).filter((piece) => [...piece].length > 1) : [];
  return pieces.length > 0 ? sql<boolean>`(${exact} and yd_grams(${column}) @> ${pieces}::text[])` : exact;
}
