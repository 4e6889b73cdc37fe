import { type RawBuilder, sql } from 'kysely';
import { type Field, type FieldRights, type ObjectDefinition, rightOn } from '../fields.ts';
import { badInput } from '../values/refusal.ts';
import { fieldSql, sqlTypeOf } from './field-sql.ts';

export interface SortTerm {
  readonly field: Field;
  readonly descending: boolean;
}

/** Reads `-createdAt,company`; a field that may not be sorted, or not be seen, is refused alike. */
export function parseSort(
  text: string | undefined,
  definition: ObjectDefinition,
  rights: FieldRights,
): SortTerm[] {
  return (text ?? definition.defaultSort).split(',').map((part) => {
    const descending = part.startsWith('-');
    const key = descending ? part.slice(1) : part;
    const field = definition.fields.find((one) => one.key === key);
    const right = field && rightOn(field, rights);
    if (!field || right === 'hidden') throw badInput([{ field: 'sort', code: 'unknown_field' }]);
    if (!field.sort || right === 'masked') throw badInput([{ field: 'sort', code: 'not_sortable' }]);
    return { field, descending };
  });
}

/** Nulls come last in both directions; the id makes the order total. */
export function orderBy(terms: readonly SortTerm[]): RawBuilder<unknown> {
  const parts = terms.map(({ field, descending }) => {
    const direction = descending ? (field.required ? sql`desc` : sql`desc nulls last`) : sql`asc`;
    return sql`${fieldSql(field)} ${direction}`;
  });
  return sql`${sql.join(parts)}, t.id ${lastDirection(terms)}`;
}

function lastDirection(terms: readonly SortTerm[]): RawBuilder<unknown> {
  return terms.at(-1)?.descending ? sql`desc` : sql`asc`;
}

/** Rows strictly after the cursor: keyset, so page 1,000 costs what page 1 costs. */
export function after(terms: readonly SortTerm[], cursor: readonly (string | null)[]): RawBuilder<unknown> {
  const id = sql`${cursor.at(-1)}::uuid`;
  const idAfter = terms.at(-1)?.descending ? sql`t.id < ${id}` : sql`t.id > ${id}`;
  const only = terms.length === 1 ? terms[0] : undefined;
  // The plain case as one row comparison walks straight down the index.
  if (only?.field.required && cursor[0] !== null) {
    const value = sql`${cursor[0]}::${sqlTypeOf(only.field)}`;
    const sign = only.descending ? sql`<` : sql`>`;
    return sql`(${fieldSql(only.field)}, t.id) ${sign} (${value}, ${id})`;
  }
  return terms.reduceRight<RawBuilder<unknown>>((rest, { field, descending }, index) => {
    const column = fieldSql(field);
    const text = cursor[index] ?? null;
    if (text === null) return sql`(${column} is null and ${rest})`;
    const value = sql`${text}::${sqlTypeOf(field)}`;
    const sign = descending ? sql`<` : sql`>`;
    return sql`(${column} ${sign} ${value} or ${column} is null or (${column} = ${value} and ${rest}))`;
  }, idAfter);
}
