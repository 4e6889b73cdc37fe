import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { rowsPrepared } from '#kernel/db.ts';
import type { Candidate } from '../model.ts';
import { oneOwner, type Reach } from './reaches.ts';

/**
 * Looks through the newest documents of every reach, one by one, and answers those that fit, in the order of the
 * reaches. Reaches of the same owners share a statement. A team's documents are picked out of everybody's newest.
 */
export async function walkDocuments(
  { tx, actor }: Step,
  reaches: readonly Reach[],
  depth: number,
): Promise<Candidate[][]> {
  const places = reaches.map((reach, place) => ({ reach, place }));
  const groups = Map.groupBy(places, ({ reach }) => JSON.stringify(reach.owners));
  const parts = [...groups.values()].flatMap((group) => {
    const first = group[0]?.reach;
    if (!first) return [];
    const own = oneOwner(first);
    const inside = sql`d.org_id = ${actor.orgId}::uuid${own ? sql` and ${own}` : sql``}`;
    // Named in the order too, or the planner hopes to find nobody's among everybody's newest and reads them all.
    const order = own ? sql`d.owner_id, d.created_at desc` : sql`d.created_at desc`;
    // As a sub-select, so that nobody estimates each person of a large team in turn.
    const outside =
      first.owners && !own
        ? sql` and s.owner_id = any(array(select unnest(${first.owners}::uuid[])))`
        : sql``;
    return sql`
      select o.place, h.* from unnest(${group.map(({ place }) => place)}::integer[],
        ${group.map(({ reach }) => reach.one.object)}::text[], ${group.map(({ reach }) => reach.wanted)}::integer[],
        ${group.map(({ reach }) => reach.question)}::text[]::tsquery[]) as o(place, object, wanted, question)
      cross join lateral (
        select s.object, s.record_id as id, s.created_at as at
        from (select d.object, d.record_id, d.created_at, d.owner_id, d.tokens from search_documents d
          where ${inside} and d.object = o.object order by ${order} limit ${depth}) as s
        where s.tokens @@ o.question${outside} limit o.wanted) as h`;
  });
  const found = await rowsPrepared<Candidate & { place: number }>(tx, sql.join(parts, sql` union all `));
  return reaches.map((_, at) => found.filter(({ place }) => place === at));
}
