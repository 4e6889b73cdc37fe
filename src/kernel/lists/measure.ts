import { type RawBuilder, sql } from 'kysely';
import { definitionFor, may, rightsFor } from '../access.ts';
import type { Step } from '../command.ts';
import { checkCondition } from '../conditions/check.ts';
import { fieldOf, type ObjectDefinition, rightOn } from '../fields.ts';
import { theRegistry } from '../registry.ts';
import { type Ask, type Found, type Measure, together } from '../values/figures.ts';
import { fieldSql } from './field-sql.ts';
import { listPredicate } from './source.ts';

/**
 * Answers all asks in one statement. Every ask goes through the source, the scope and the field rights of the list it
 * will be drilled into, so the figure is that list counted; an ask the reader has no right to is not answered.
 */
export async function measureAll(
  asks: readonly Ask[],
  step: Step,
): Promise<{ asked: readonly Ask[]; found: readonly Found[] }> {
  const parts = asks.flatMap((ask) => {
    const part = askSql(ask, step);
    return part ? [{ ask, part }] : [];
  });
  if (parts.length === 0) return { asked: [], found: [] };
  const found = await sql<Found>`${sql.join(
    parts.map(({ part }) => part),
    sql` union all `,
  )}`.execute(step.tx);
  return { asked: parts.map(({ ask }) => ask), found: found.rows };
}

function askSql(ask: Ask, step: Step): RawBuilder<unknown> | null {
  const { actor } = step;
  const offered = theRegistry().lists.get(ask.list);
  if (!offered || !may(actor, offered.contract.list.permission)) return null;
  const { source } = offered;
  const definition = definitionFor(actor, source.definition);
  const rights = rightsFor(actor, definition);
  const filter = together(ask.rules);
  if (filter && checkCondition(filter, definition, rights).length > 0) return null;
  const measures = ask.measures.map((measure) => measureSql(measure, definition, step));
  const group = ask.groupBy ? readable(ask.groupBy, definition, step) : null;
  if (measures.includes(null) || (ask.groupBy && !group)) return null;
  const values = sql.join(measures as RawBuilder<unknown>[]);
  const where = listPredicate(source, filter ? { filter } : {}, step);
  return sql`(select ${ask.id}::text as id, ${group ? sql`(${group})::text` : sql`null::text`} as "group", array[${values}] as values
    from ${sql.table(definition.table)} as t where ${where} ${group ? sql`group by 2` : sql``})`;
}

/** A field whose whole value the reader may know; a sum says as much as the values themselves. */
function readable(key: string, definition: ObjectDefinition, { actor }: Step): RawBuilder<unknown> | null {
  const field = fieldOf(definition, key);
  const right = field ? rightOn(field, rightsFor(actor, definition)) : 'hidden';
  return field && right !== 'hidden' && right !== 'masked' ? fieldSql(field) : null;
}

function measureSql(measure: Measure, definition: ObjectDefinition, step: Step): RawBuilder<unknown> | null {
  if (measure.fn === 'count') return sql`count(*)::text`;
  const column = readable(measure.field ?? '', definition, step);
  if (column && measure.fn === 'median')
    return sql`coalesce(percentile_cont(0.5) within group (order by ${column}), 0)::numeric(18,2)::text`;
  return column && sql`coalesce(sum(${column}), 0)::numeric(18,2)::text`;
}
