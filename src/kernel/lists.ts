import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, definitionFor, rightsFor, visibleOwners, visibleTo } from './access.ts';
import type { Step } from './command.ts';
import { checkCondition } from './conditions/check.ts';
import { conditionSql } from './conditions/to-sql.ts';
import type { Condition } from './conditions/tree.ts';
import { type Field, type ObjectDefinition, rightOn } from './fields.ts';
import { type Route, serve } from './http.ts';
import type { ListContract, ListPage, ListQuery } from './list-contract.ts';
import { runAggregate } from './lists/aggregate.ts';
import { readCursor, writeCursor } from './lists/cursor.ts';
import { fieldSql } from './lists/field-sql.ts';
import { hideFromActor } from './lists/mask.ts';
import { quickSearch } from './lists/quick-search.ts';
import { namesIn } from './lists/references.ts';
import { after, orderBy, parseSort } from './lists/sort.ts';
import { cachedTotal } from './lists/totals.ts';
import { badInput } from './values/refusal.ts';

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

/** The rows of a list that this actor may see and this query asks for, as one predicate over `t`. */
export function listPredicate(
  source: ListSource,
  query: { filter?: Condition; q?: string },
  step: Step,
): RawBuilder<unknown> {
  const { actor } = step;
  const definition = definitionFor(actor, source.definition);
  const visible = source.visible?.(actor) ?? visibleTo(actor, definition, { also: source.also?.(actor) });
  const parts: RawBuilder<unknown>[] = [visible];
  if (source.where) parts.push(source.where(actor));
  if (query.filter) {
    const known = withId(definition);
    const problems = checkCondition(query.filter, known, rightsFor(actor, definition));
    if (problems.length > 0)
      throw badInput(problems.map((problem) => ({ ...problem, field: `filter.${problem.field}` })));
    parts.push(conditionSql(query.filter, known, { actorId: actor.id, now: step.now, zone: actor.org.zone }));
  }
  if (query.q?.trim()) parts.push(quickSearch(query.q, definition, rightsFor(actor, definition)));
  return sql.join(parts, sql` and `);
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

/** Everything that makes two requests the same list: cursors are bound to it, totals are shared by it. */
function signatureOf(source: ListSource, query: ListQuery, actor: Actor): string {
  const owners = visibleOwners(actor, source.definition.object);
  const mentionsMe = JSON.stringify(query.filter ?? null).includes('@me');
  const who = source.also || source.visible || source.where || mentionsMe ? actor.id : owners;
  return createHash('sha256')
    .update(
      JSON.stringify([
        actor.orgId,
        actor.org.stamp,
        source.definition.object,
        String(source.where),
        who,
        query.filter,
        query.q,
      ]),
    )
    .digest('base64url');
}

function wantedFields(query: ListQuery, definition: ObjectDefinition, actor: Actor): Field[] {
  const rights = rightsFor(actor, definition);
  const known = definition.fields.filter((field) => rightOn(field, rights) !== 'hidden');
  if (!query.fields) return known.filter((field) => !field.costly);
  const wanted = query.fields.split(',');
  const unknown = wanted.find((key) => !known.some((field) => field.key === key));
  if (unknown !== undefined) throw badInput([{ field: 'fields', code: 'unknown_field' }]);
  return known.filter((field) => wanted.includes(field.key));
}

/** One page of a list: filtered, sorted, cut by keyset, with names and the total; all through rights. */
export async function runList(source: ListSource, query: ListQuery, step: Step): Promise<ListPage> {
  const { actor, tx } = step;
  const definition = definitionFor(actor, source.definition);
  const fields = wantedFields(query, definition, actor);
  const terms = parseSort(query.sort, definition, rightsFor(actor, definition));
  const predicate = listPredicate(source, query, step);
  const signature = signatureOf(source, query, actor);
  const binding = `${signature}/${actor.id}/${query.sort ?? ''}`;
  const start = query.cursor ? sql` and ${after(terms, readCursor(query.cursor, binding))}` : sql``;
  const stored = fields.filter((field) => !field.customKey);
  const columns = [
    sql`t.id`,
    sql`t.version`,
    ...stored.map((field) => sql`${fieldSql(field)} as ${sql.ref(field.key)}`),
    ...(definition.customFields && fields.some((field) => field.customKey) ? [sql`t.custom`] : []),
    ...terms.map(({ field }, index) => sql`(${fieldSql(field)})::text as ${sql.ref(`$s${index}`)}`),
  ];
  const result = await sql<Record<string, unknown>>`
    select ${sql.join(columns)} from ${sql.table(definition.table)} as t where ${predicate}${start}
    order by ${orderBy(terms)} limit ${query.limit + 1}`.execute(tx);
  const rows = result.rows;
  const more = rows.length > query.limit;
  if (more) rows.length = query.limit;
  const last = rows.at(-1);
  const nextCursor =
    more && last
      ? writeCursor(
          [...terms.map((_, index) => (last[`$s${index}`] as string) ?? null), last.id as string],
          binding,
        )
      : null;
  const sortKeys = terms.map((_, index) => `$s${index}`);
  for (const row of rows) for (const key of sortKeys) delete row[key];
  hideFromActor(rows, definition, actor);
  const names = await namesIn(rows, fields, step);
  const total =
    query.total === 'false'
      ? null
      : await totalOf(source, query, step, signature, predicate, query.cursor || more ? null : rows.length);
  return { items: rows, nextCursor, total, names };
}

async function totalOf(
  source: ListSource,
  query: ListQuery,
  step: Step,
  signature: string,
  predicate: RawBuilder<unknown>,
  alreadyKnown: number | null,
): Promise<number> {
  if (alreadyKnown !== null) return alreadyKnown;
  const ready = await source.readyTotal?.(step, query);
  if (ready != null) return ready;
  return cachedTotal(step.actor, source.definition.object, signature, async () => {
    const counted = await sql<{ total: number }>`
      select count(*) as total from ${sql.table(source.definition.table)} as t where ${predicate}`.execute(
      step.tx,
    );
    return counted.rows[0]?.total ?? 0;
  });
}

/** The three routes of a list: GET, search and aggregate. */
export function serveList(contract: ListContract, source: ListSource): Route[] {
  return [
    serve(contract.list, (query, step) => runList(source, query, step) as never),
    serve(contract.search, (query, step) => runList(source, query, step) as never),
    serve(contract.aggregate, (query, step) => runAggregate(source, query, step) as never),
  ];
}
