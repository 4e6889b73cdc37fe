import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, definitionFor, rightsFor, visibleOwners } from './access.ts';
import type { Step } from './command.ts';
import { rowsAsTold } from './db.ts';
import { type Field, type ObjectDefinition, rightOn } from './fields.ts';
import { type Route, serve } from './http.ts';
import type { ListContract, ListPage, ListQuery } from './list-contract.ts';
import { runAggregate } from './lists/aggregate.ts';
import { readCursor, writeCursor } from './lists/cursor.ts';
import { fieldSql, selected } from './lists/field-sql.ts';
import { hideFromActor } from './lists/mask.ts';
import { isKnownRare, noteRare } from './lists/rare-texts.ts';
import { namesIn } from './lists/references.ts';
import { after, orderBy, parseSort } from './lists/sort.ts';
import { type ListSource, listPredicate, walkPredicates } from './lists/source.ts';
import { cachedTotal } from './lists/totals.ts';
import { badInput } from './values/refusal.ts';

/** How many rows of a list are looked through for a frequent text: a few, then many. */
const depths = [1_000, 20_000] as const;

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
    ...(stored.length > 0 ? [selected(stored, tx)] : []),
    ...(definition.customFields && fields.some((field) => field.customKey) ? [sql`t.custom`] : []),
    ...terms.map(({ field }, index) => sql`(${fieldSql(field)})::text as ${sql.ref(`$s${index}`)}`),
  ];
  const table = sql.table(definition.table);
  const rowsOf = (from: RawBuilder<unknown>) =>
    rowsAsTold(
      tx,
      sql`select ${sql.join(columns)} from ${from} order by ${orderBy(terms)} limit ${query.limit + 1}`,
    );
  // A text in every tenth name fills its page from the first rows of the list; an index of texts would first fetch
  // every row that has it. Where it does not fill the page it is rare, and the index has little to fetch.
  const usual = !query.sort || query.sort === definition.defaultSort;
  const walk = usual && !isKnownRare(signature) ? walkPredicates(source, query, step) : null;
  let rows: Record<string, unknown>[] = [];
  for (const depth of walk ? depths : [])
    if (walk && rows.length <= query.limit)
      rows = await rowsOf(sql`(select t.* from ${table} as t where ${walk.visible}${start}
        order by ${orderBy(terms)} limit ${depth}) as t where ${walk.asked}`);
  if (rows.length <= query.limit) {
    if (walk) noteRare(signature);
    rows = await rowsOf(sql`${table} as t where ${predicate}${start}`);
  }
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
  // Not deleted: objects that lose a property become slow ones.
  for (const row of rows) for (const key of sortKeys) row[key] = undefined;
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
