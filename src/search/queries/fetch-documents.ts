import { type RawBuilder, sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { rowsPrepared } from '#kernel/db.ts';
import type { Candidate } from '../model.ts';
import { oneOwner, type Reach } from './reaches.ts';

/** One scan may serve several objects, if it asks the same of the same people. */
const scanKey = ({ owners, question, wanted }: Reach) => `${wanted} ${JSON.stringify(owners)} ${question}`;

/**
 * What the index brings, for words that are rare among the newest. A reach that has no more documents than were
 * looked at already is left alone.
 */
export async function fetchDocuments(
  { tx, actor }: Step,
  reaches: readonly Reach[],
  lookedAt: number,
): Promise<Candidate[]> {
  const org = sql`d.org_id = ${actor.orgId}::uuid`;
  const scans = [...Map.groupBy(reaches, scanKey).values()].flatMap((same): RawBuilder<unknown>[] => {
    const reach = same[0];
    if (!reach) return [];
    const objects = sql`d.object = any(${same.map(({ one }) => one.object)}::text[])`;
    // The same hidden from the indexes by time and owner: to read all of an object's documents beside the words of the
    // question costs more than looking at the few that the words bring.
    const picked = sql`(d.object || '') = any(${same.map(({ one }) => one.object)}::text[])`;
    const own = oneOwner(reach);
    // A large team is no word of the question (see `ownedBy`): its documents are picked out of what the index brings,
    // outside, lest the planner fetch everything that is the team's instead.
    const theirs =
      reach.owners && !own
        ? sql` where f.owner_id = any(array(select unnest(${reach.owners}::uuid[])))`
        : sql``;
    // Joined to nothing, the vector is no longer the indexed one: the words of every name are compared, not looked up.
    const whole = sql` and (d.tokens || ''::tsvector) @@ ${reach.question}::tsquery`;
    // Materialised: with a limit in sight the planner would rather read the table from its beginning.
    return [
      sql`(
        with fitting as materialized (
          select d.object, d.record_id as id, d.created_at as at, d.owner_id from search_documents d
          where ${org} and ${picked} and d.tokens @@ ${reach.telling}::tsquery
            ${reach.isPartlyTold ? whole : sql``} and (select exists (select 1 from search_documents d
              where ${org} and ${objects}${own ? sql` and ${own}` : sql``} offset ${lookedAt} limit 1)))
        select object, id, at from (
          select f.*, row_number() over (partition by object order by at desc) as place from fitting f${theirs}) as ranked
        where place <= ${reach.wanted})`,
    ];
  });
  return rowsPrepared<Candidate>(tx, sql.join(scans, sql` union all `));
}
