import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { MovedRow } from './merge-parts.ts';

type Place = { readonly ownerId: string | null; readonly poolId: string | null };

/** What the winner had before, and what the merge made of it. */
export interface MergeMemory {
  readonly changed: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
  readonly placeBefore: Place;
  readonly placeAfter: Place;
}

export interface StoredMerge {
  readonly id: string;
  readonly version: number;
  readonly winnerId: string;
  readonly loserIds: readonly string[];
  readonly before: MergeMemory;
  readonly moved: Readonly<Record<string, readonly MovedRow[]>>;
  readonly undoUntil: Date;
  readonly undoneAt: Date | null;
}

export async function insertMerge(
  { tx, actor, now }: Step,
  one: Omit<StoredMerge, 'version' | 'undoneAt'> & { readonly title: string },
): Promise<void> {
  await sql`
    insert into duplicate_merges (org_id, id, object, winner_id, loser_ids, title, before, moved, undo_until, created_at, created_by)
    values (${actor.orgId}::uuid, ${one.id}::uuid, 'leads', ${one.winnerId}::uuid, ${one.loserIds}::uuid[], ${one.title},
      ${JSON.stringify(one.before)}::jsonb, ${JSON.stringify(one.moved)}::jsonb, ${one.undoUntil}, ${now}, ${actor.id}::uuid)`.execute(
    tx,
  );
}

export async function lockMerge({ tx, actor }: Step, id: string): Promise<StoredMerge> {
  const found = await sql<StoredMerge>`
    select id, version, winner_id as "winnerId", loser_ids as "loserIds", before, moved, undo_until as "undoUntil",
      undone_at as "undoneAt"
    from duplicate_merges where org_id = ${actor.orgId}::uuid and id = ${id}::uuid for update`.execute(tx);
  const merge = found.rows[0];
  if (!merge) throw notFound();
  return merge;
}

export async function saveUndone({ tx, actor, now }: Step, id: string): Promise<void> {
  await sql`
    update duplicate_merges set undone_at = ${now}, undone_by = ${actor.id}::uuid, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(tx);
}
