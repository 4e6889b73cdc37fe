import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { rowsPrepared } from '#kernel/db.ts';
import { recordVisible } from '#kernel/records.ts';
import type { Reach } from './reaches.ts';

export interface ShownDocument {
  readonly object: string;
  readonly id: string;
  readonly title: string;
  readonly notes: string[];
  readonly owner: string | null;
}

interface Found {
  readonly object: string;
  readonly id: string;
  readonly title: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly account: string | null;
  readonly ownerId: string | null;
}

/**
 * The documents of those records that this person may really see, in the order given. The records themselves are
 * asked, by the same predicate as lists and pages: the index may be a moment behind, rights never are.
 */
export async function showDocuments(
  { tx, actor }: Step,
  wanted: readonly { readonly object: string; readonly id: string }[],
  reaches: readonly Reach[],
): Promise<ShownDocument[]> {
  const byObject = new Map(reaches.map((reach) => [reach.one.object, reach]));
  const present = [...byObject].filter(([object]) => wanted.some((one) => one.object === object));
  if (present.length === 0) return [];
  const seen = present.map(
    // Not `exists`, which may be answered by reading everything a large team has, once for all.
    ([object, { one }]) => sql`when ${object} then (
      select true from ${sql.table(one.definition.table)} as t
      where t.org_id = ${actor.orgId}::uuid and t.id = d.record_id and ${recordVisible(actor, object)} limit 1)`,
  );
  const rows = await rowsPrepared<Found>(
    tx,
    sql`
    select d.object, d.record_id as id, d.title, d.facts, a.title as account, d.owner_id as "ownerId"
    from unnest(${wanted.map(({ object }) => object)}::text[], ${wanted.map(({ id }) => id)}::uuid[])
      with ordinality as c(object, id, place)
    join search_documents d on d.org_id = ${actor.orgId}::uuid and d.object = c.object and d.record_id = c.id
    left join search_documents a on a.org_id = d.org_id and a.object = 'accounts' and a.record_id = d.account_id
    where case d.object ${sql.join(seen, sql` `)} else false end
    order by c.place`,
  );
  return rows.map(({ facts, account, ownerId, ...document }) => {
    const reach = byObject.get(document.object);
    const beside = reach?.beside.flatMap((key) => facts[key] ?? []) ?? [];
    return {
      object: document.object,
      id: document.id,
      title: document.title,
      // A receipt's payer is mostly its customer: once is enough.
      notes: [...new Set([...(reach?.account && account ? [account] : []), ...beside])],
      owner: (ownerId && actor.org.people?.get(ownerId)) ?? null,
    };
  });
}
