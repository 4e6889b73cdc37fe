import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type * as contract from './contract.ts';
import { prunedView, type ViewContent } from './rules/pruning.ts';
import { readableList } from './store/readable-list.ts';

type View = Output<typeof contract.listViews>['items'][number];

interface Found extends ViewContent {
  readonly id: string;
  readonly listId: string;
  readonly name: string;
  readonly shared: boolean;
  readonly mine: boolean;
  readonly favourite: boolean;
  readonly owner: string;
  readonly version: number;
}

/**
 * The views this person keeps and those shared with everybody, of lists he may read. A view is a question: what
 * it shows is asked again by the list itself, with the rights of whoever looks.
 */
export async function listViews(
  { listId }: Input<typeof contract.listViews>,
  { tx, actor }: Step,
): Promise<Output<typeof contract.listViews>> {
  const found = await sql<Found>`
    select v.id, v.list_id as "listId", v.name, v.shared, v.owner_id = ${actor.id}::uuid as mine, v.condition, v.sort,
      v.layout, v.version, u.name as owner, f.view_id is not null as favourite
    from saved_views v
    join users u on u.org_id = v.org_id and u.id = v.owner_id
    left join view_favourites f on f.org_id = v.org_id and f.view_id = v.id and f.user_id = ${actor.id}::uuid
    where v.org_id = ${actor.orgId}::uuid and v.deleted_at is null and (v.owner_id = ${actor.id}::uuid or v.shared)
      and (${listId ?? null}::text is null or v.list_id = ${listId ?? null})
    order by v.shared, v.created_at, v.id limit 500`.execute(tx);
  const items = found.rows.flatMap((row): View[] => {
    const list = readableList({ actor }, row.listId);
    if (!list) return [];
    const pruned = prunedView(row, list.definition, list.rights);
    return [{ ...row, ...pruned } as View];
  });
  return { items };
}
