import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { ViewContent } from '../rules/pruning.ts';

export interface StoredView extends ViewContent {
  readonly id: string;
  readonly listId: string;
  readonly ownerId: string;
  readonly name: string;
  readonly shared: boolean;
  readonly version: number;
}

const columns = sql`
  id, list_id as "listId", owner_id as "ownerId", name, shared, condition, sort, layout, version`;

const json = (value: unknown) => sql`${value === null ? null : JSON.stringify(value)}::jsonb`;

/** Locks a view of the actor's own, in the bin or not; somebody else's, shared or not, is not there for changing. */
export async function lockOwnView(
  { tx, actor }: Step,
  id: string,
  place: 'kept' | 'bin' = 'kept',
): Promise<StoredView> {
  const found = await sql<StoredView>`
    select ${columns} from saved_views
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid and owner_id = ${actor.id}::uuid
      and (deleted_at is null) = ${place === 'kept'} for update`.execute(tx);
  const view = found.rows[0];
  if (!view) throw notFound();
  return view;
}

/** Locks how many views a person keeps: his own row, so that two at once cannot pass the limit together. */
export async function lockKeptViews({ tx, actor }: Step): Promise<number> {
  await sql`select 1 from users where org_id = ${actor.orgId}::uuid and id = ${actor.id}::uuid for no key update`.execute(
    tx,
  );
  const found = await sql<{ kept: number }>`
    select count(*) as kept from saved_views
    where org_id = ${actor.orgId}::uuid and owner_id = ${actor.id}::uuid and deleted_at is null`.execute(tx);
  return found.rows[0]?.kept ?? 0;
}

export async function insertView({ tx, actor, now }: Step, view: StoredView): Promise<void> {
  await sql`
    insert into saved_views (org_id, id, list_id, owner_id, name, shared, condition, sort, layout, created_at, created_by)
    values (${actor.orgId}::uuid, ${view.id}::uuid, ${view.listId}, ${view.ownerId}::uuid, ${view.name}, ${view.shared},
      ${json(view.condition)}, ${view.sort}::text[], ${json(view.layout)}, ${now}, ${actor.id}::uuid)`.execute(
    tx,
  );
}

/** Saves a view under the version it was read with; `deletedAt` moves it to the bin or back. */
export async function saveView(
  { tx, actor }: Step,
  view: StoredView,
  deletedAt: Date | null = null,
): Promise<number> {
  const saved = await sql<{ version: number }>`
    update saved_views set owner_id = ${view.ownerId}::uuid, name = ${view.name}, shared = ${view.shared},
      condition = ${json(view.condition)}, sort = ${view.sort}::text[], layout = ${json(view.layout)},
      deleted_at = ${deletedAt}, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${view.id}::uuid and version = ${view.version}
    returning version`.execute(tx);
  const row = saved.rows[0];
  if (!row) throw notFound();
  return row.version;
}

/** Locks the shared views of a person. */
export async function lockSharedViews({ tx, actor }: Step, userId: string): Promise<StoredView[]> {
  const found = await sql<StoredView>`
    select ${columns} from saved_views
    where org_id = ${actor.orgId}::uuid and owner_id = ${userId}::uuid and shared and deleted_at is null
    order by id for update`.execute(tx);
  return found.rows;
}

/** Refuses (404) a view that the actor neither keeps nor has been given by sharing. */
export async function requireUsableView({ tx, actor }: Step, id: string): Promise<void> {
  const found = await sql`
    select 1 from saved_views
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid and deleted_at is null
      and (shared or owner_id = ${actor.id}::uuid)`.execute(tx);
  if (found.rows.length === 0) throw notFound();
}

export async function saveFavourite(
  { tx, actor, now }: Step,
  viewId: string,
  favourite: boolean,
): Promise<void> {
  if (favourite)
    await sql`
      insert into view_favourites (org_id, user_id, view_id, created_at)
      values (${actor.orgId}::uuid, ${actor.id}::uuid, ${viewId}::uuid, ${now}) on conflict do nothing`.execute(
      tx,
    );
  else
    await sql`
      delete from view_favourites
      where org_id = ${actor.orgId}::uuid and user_id = ${actor.id}::uuid and view_id = ${viewId}::uuid`.execute(
      tx,
    );
}
