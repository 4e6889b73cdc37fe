import { type RawBuilder, sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Reach } from './reaches.ts';

/** A document that fits what was typed; whether its record may be seen is asked afterwards. */
export interface Candidate {
  readonly object: string;
  readonly id: string;
  readonly at: Date;
}

/** How many of the newest documents of a reach are simply looked at: frequent words are found there, cheaply. */
const walked = 300;
/** How many documents of one reach the index may bring: only a word that is rare among the newest comes this far. */
const fetchedAtMost = 1_000;

const ownersKey = ({ owners }: Reach) => JSON.stringify(owners);
/** One scan may serve several objects, if it asks the same of the same people. */
const scanKey = ({ owners, narrowed }: Reach) => `${JSON.stringify(owners)} ${narrowed}`;

/**
 * Documents that fit, the newest first, about `wanted` of each reach.
 *
 * No index serves frequent words: 公司 is in every second name, and a GIN index must fetch all of them before the
 * first can be shown. So the newest documents are looked at first, which fills the answer for every frequent word;
 * what is not found there is rare, and the index has few documents to bring.
 */
export async function findCandidates(
  step: Step,
  reaches: readonly Reach[],
  { wanted, useIndex }: { wanted: number; useIndex: boolean },
): Promise<Candidate[]> {
  const alike = [...Map.groupBy(reaches, ownersKey).values()];
  const walks = await walk(step, alike, wanted);
  const found = walks.flatMap(({ object, id, at }) => (id ? { object, id, at } : []));
  const unfilled = alike.flat().filter((_, place) => {
    const its = walks.filter((one) => one.reach === place);
    return its.some((one) => one.more) && its.filter((one) => one.id).length < wanted;
  });
  if (!useIndex || unfilled.length === 0) return found;
  return [...found, ...(await fetchByIndex(step, unfilled, wanted))];
}

interface Walked extends Candidate {
  /** Place of the reach among all groups. */
  readonly reach: number;
  /** There are older documents behind those looked at. */
  readonly more: boolean;
}

/** The newest documents of every reach, looked through one by one; reaches of the same owners go together. */
async function walk(
  { tx, actor }: Step,
  alike: readonly (readonly Reach[])[],
  wanted: number,
): Promise<Walked[]> {
  const org = sql`d.org_id = ${actor.orgId}::uuid`;
  let first = 0;
  const parts = alike.map((reaches) => {
    const { owners } = reaches[0] ?? { owners: null };
    const single = owners?.length === 1;
    // One owner's documents have an index of their own; a team's are picked out of everybody's newest.
    const inside = single
      ? owners[0] === null
        ? sql`${org} and d.owner_id is null`
        : sql`${org} and d.owner_id = ${owners[0]}::uuid`
      : org;
    const outside = owners && !single ? sql` and s.owner_id = any(${owners}::uuid[])` : sql``;
    const numbers = reaches.map((_, at) => first + at);
    first += reaches.length;
    return sql`
      select o.reach, h.object, h.id, h.at, m.more
      from unnest(${numbers}::integer[], ${reaches.map(({ one }) => one.object)}::text[],
        ${reaches.map(({ question }) => question)}::text[]::tsquery[]) as o(reach, object, question)
      cross join lateral (select exists (select 1 from search_documents d
        where ${inside} and d.object = o.object order by d.created_at desc offset ${walked} limit 1) as more) as m
      left join lateral (
        select s.object, s.record_id as id, s.created_at as at
        from (select d.object, d.record_id, d.created_at, d.owner_id, d.tokens from search_documents d
          where ${inside} and d.object = o.object order by d.created_at desc limit ${walked}) as s
        where s.tokens @@ o.question${outside} limit ${wanted}) as h on true`;
  });
  const found = await sql<Walked>`${sql.join(parts, sql` union all `)}`.execute(tx);
  return found.rows;
}

/** What the index brings for a rare word: reaches that ask the same are one scan. */
async function fetchByIndex(
  { tx, actor }: Step,
  reaches: readonly Reach[],
  wanted: number,
): Promise<Candidate[]> {
  const scans = [...Map.groupBy(reaches, scanKey).values()].map(
    (same): RawBuilder<unknown> => sql`
      select object, id, at from (
        select f.*, row_number() over (partition by object order by at desc) as place
        from (select d.object, d.record_id as id, d.created_at as at from search_documents d
          where d.org_id = ${actor.orgId}::uuid and d.object = any(${same.map(({ one }) => one.object)}::text[])
            and d.tokens @@ ${same[0]?.narrowed ?? ''}::tsquery${ownersOf(same[0])} limit ${fetchedAtMost}) as f) as ranked
      where place <= ${wanted}`,
  );
  const found = await sql<Candidate>`${sql.join(scans, sql` union all `)}`.execute(tx);
  return found.rows;
}

/** A large team is no word of the question (see `ownedBy`): its documents are picked out of what the index brings. */
function ownersOf(reach: Reach | undefined): RawBuilder<unknown> {
  const isInQuestion = !reach?.owners || reach.narrowed !== reach.question;
  return isInQuestion ? sql`` : sql` and d.owner_id = any(${reach.owners}::uuid[])`;
}
