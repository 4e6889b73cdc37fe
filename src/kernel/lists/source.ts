import { type RawBuilder, sql } from 'kysely';
import { type Actor, definitionFor, rightsFor, visibleTo } from '../access.ts';
import type { Step } from '../command.ts';
import { checkCondition } from '../conditions/check.ts';
import { conditionSql } from '../conditions/to-sql.ts';
import type { Field, ObjectDefinition } from '../fields.ts';
import type { ListQuery } from '../list-contract.ts';
import { badInput } from '../values/refusal.ts';
import { quickSearch } from './quick-search.ts';

/** What a list is made of, beside its fields. The object's table is aliased `t`. */
export interface ListSource {
  readonly definition: ObjectDefinition;
  /** Narrows the list for everybody: the pool, open deals. */
  readonly where?: (actor: Actor) => RawBuilder<unknown>;
  /** Rows seen for another reason than ownership: pool members, approvers. */
  readonly also?: (actor: Actor) => RawBuilder<unknown> | undefined;
  /** Replaces the owner scope altogether: a pool is seen by its members, not by owners. */
  readonly visible?: (actor: Actor) => RawBuilder<unknown>;
  /**
   * An exact answer kept up to date by the owner of the table, for counts too large to make each time.
   * Return null when the request is not the plain one it can answer.
   */
  readonly readyTotal?: (step: Step, query: ListQuery) => Promise<number | null>;
}

/** What a query is narrowed by beside rights. */
type Asked = Pick<ListQuery, 'filter' | 'q'>;

/** The rows of a list that this actor may see and this query asks for, as one predicate over `t`. */
export function listPredicate(source: ListSource, query: Asked, step: Step): RawBuilder<unknown> {
  const definition = definitionFor(step.actor, source.definition);
  return sql.join([...visibleSql(source, step), ...askedSql(definition, query, step)], sql` and `);
}

/**
 * The same in two parts, for looking through the first rows of a list instead of going by an index of texts: what may
 * be seen, and what is asked. Null when no text is looked for in a field with such an index.
 */
export function walkPredicates(
  source: ListSource,
  query: Asked,
  step: Step,
): { visible: RawBuilder<unknown>; asked: RawBuilder<unknown> } | null {
  const definition = definitionFor(step.actor, source.definition);
  const looksForText =
    query.q?.trim() || /"(?:contains|startsWith)"/.test(JSON.stringify(query.filter ?? null));
  if (!looksForText || !definition.fields.some((field) => field.grams)) return null;
  const plain = { ...definition, fields: definition.fields.map((field) => ({ ...field, grams: false })) };
  return {
    visible: sql.join(visibleSql(source, step), sql` and `),
    asked: sql.join(askedSql(plain, query, step), sql` and `),
  };
}

function visibleSql(source: ListSource, { actor }: Step): RawBuilder<unknown>[] {
  const definition = definitionFor(actor, source.definition);
  const visible = source.visible?.(actor) ?? visibleTo(actor, definition, { also: source.also?.(actor) });
  return source.where ? [visible, source.where(actor)] : [visible];
}

function askedSql(definition: ObjectDefinition, query: Asked, step: Step): RawBuilder<unknown>[] {
  const { actor } = step;
  const parts: RawBuilder<unknown>[] = [];
  if (query.filter) {
    const known = withId(definition);
    const problems = checkCondition(query.filter, known, rightsFor(actor, definition));
    if (problems.length > 0)
      throw badInput(problems.map((problem) => ({ ...problem, field: `filter.${problem.field}` })));
    parts.push(conditionSql(query.filter, known, { actorId: actor.id, now: step.now, zone: actor.org.zone }));
  }
  if (query.q?.trim()) parts.push(quickSearch(query.q, definition, rightsFor(actor, definition)));
  return parts;
}

/** Rows may be asked for by their own ids: the names of chosen references, exactly the rows behind a number. */
function withId(definition: ObjectDefinition): ObjectDefinition {
  const id: Field = {
    key: 'id',
    type: 'reference',
    reference: definition.object,
    label: definition.label,
    filter: true,
    edit: false,
  };
  return { ...definition, fields: [...definition.fields, id] };
}
