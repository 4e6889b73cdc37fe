import { type RawBuilder, sql } from 'kysely';
import { definitionFor, rightsFor } from '../access.ts';
import type { Step } from '../command.ts';
import { columnOf, type Field, fieldOf, type ObjectDefinition, objectNamed, rightOn } from '../fields.ts';
import type { AggregateQuery } from '../list-contract.ts';
import { badInput } from '../values/refusal.ts';
import { fieldSql } from './field-sql.ts';
import { type ListSource, listPredicate } from './source.ts';

interface AggregateAnswer {
  rows: { group: unknown[]; values: (string | number | null)[] }[];
  names: Record<string, string>;
}

const summable = new Set(['integer', 'number', 'money', 'percent']);
const groupsAtMost = 500;

/** Counts and sums over what the actor may see; hidden and masked fields can be neither grouped nor measured. */
export async function runAggregate(
  source: ListSource,
  query: AggregateQuery,
  step: Step,
): Promise<AggregateAnswer> {
  const definition = definitionFor(step.actor, source.definition);
  const groups = query.groupBy.map((key) =>
    usable(definition, step, key, (field) => field.group === true, 'groupBy'),
  );
  const measures = query.measures.map((measure) => measureSql(measure, definition, step));
  const predicate = listPredicate(source, query, step);
  const selected = [
    ...groups.map((field, index) => sql`${fieldSql(field)} as ${sql.ref(`g${index}`)}`),
    ...measures.map((measure, index) => sql`${measure} as ${sql.ref(`m${index}`)}`),
  ];
  const grouping = groups.length ? sql`group by ${sql.join(groups.map(fieldSql))}` : sql``;
  const result = await sql<Record<string, unknown>>`
    select ${sql.join(selected)} from ${sql.table(definition.table)} as t where ${predicate}
    ${grouping} order by m0 desc nulls last limit ${groupsAtMost}`.execute(step.tx);
  const rows = result.rows.map((row) => ({
    group: groups.map((_, index) => row[`g${index}`] ?? null),
    values: measures.map((_, index) => (row[`m${index}`] ?? null) as string | number | null),
  }));
  return { rows, names: await namesOf(groups, rows, step) };
}

function usable(
  definition: ObjectDefinition,
  step: Step,
  key: string,
  allowed: (field: Field) => boolean,
  at: string,
): Field {
  const field = fieldOf(definition, key);
  const right = field && rightOn(field, rightsFor(step.actor, definition));
  if (!field || right === 'hidden' || right === 'masked' || !allowed(field))
    throw badInput([{ field: at, code: 'unknown_field' }]);
  return field;
}

function measureSql(
  measure: AggregateQuery['measures'][number],
  definition: ObjectDefinition,
  step: Step,
): RawBuilder<unknown> {
  if (measure.fn === 'count') return sql`count(*)`;
  const field = usable(
    definition,
    step,
    measure.field ?? '',
    (one) =>
      summable.has(one.type) ||
      ((measure.fn === 'min' || measure.fn === 'max') && (one.type === 'date' || one.type === 'datetime')),
    'measures',
  );
  const column = fieldSql(field);
  switch (measure.fn) {
    case 'sum':
      return sql`coalesce(sum(${column}), 0)`;
    case 'avg':
      return sql`round(avg(${column}), 2)`;
    case 'min':
      return sql`min(${column})`;
    case 'max':
      return sql`max(${column})`;
  }
}

async function namesOf(
  groups: readonly Field[],
  rows: readonly { group: unknown[] }[],
  step: Step,
): Promise<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const [index, field] of groups.entries()) {
    const target = objectNamed(field.type === 'user' ? 'users' : (field.reference ?? ''));
    const name = target && fieldOf(target, target.nameField);
    if (!target || !name) continue;
    const ids = rows.map((row) => row.group[index]).filter((id) => typeof id === 'string');
    const found = await sql<{ id: string; name: string }>`
      select id, ${sql.ref(columnOf(name))} as name from ${sql.table(target.table)}
      where org_id = ${step.actor.orgId}::uuid and id = any(${ids}::uuid[])`.execute(step.tx);
    for (const row of found.rows) names[row.id] = row.name;
  }
  return names;
}
