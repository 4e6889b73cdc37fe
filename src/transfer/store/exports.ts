import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Condition } from '#kernel/conditions/tree.ts';
import { notFound } from '#kernel/values/refusal.ts';

export interface ExportQuery {
  readonly filter?: Condition;
  readonly q?: string;
  readonly sort?: string;
}

export interface StoredExport {
  readonly id: string;
  readonly listId: string;
  readonly object: string;
  readonly format: 'csv' | 'xlsx';
  readonly query: ExportQuery;
  readonly columns: string[];
  readonly expiresAt: Date;
  readonly createdAt: Date;
}

export async function insertExport(
  { tx, actor, now }: Step,
  one: Omit<StoredExport, 'createdAt'> & { readonly rows: number },
): Promise<void> {
  await sql`
    insert into exports (org_id, id, list_id, object, format, query, columns, row_count, expires_at, created_at, created_by)
    values (${actor.orgId}::uuid, ${one.id}::uuid, ${one.listId}, ${one.object}, ${one.format},
      ${JSON.stringify(one.query)}::jsonb, ${one.columns}::text[], ${one.rows}, ${one.expiresAt}, ${now}, ${actor.id}::uuid)`.execute(
    tx,
  );
}

/** An export of the actor's own, counted as downloaded once more; anybody else's is 404, whatever he may see. */
export async function takeExport({ tx, actor }: Step, id: string): Promise<StoredExport> {
  const found = await sql<StoredExport>`
    update exports set downloads = downloads + 1, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid and created_by = ${actor.id}::uuid
    returning id, list_id as "listId", object, format, query, columns, expires_at as "expiresAt", created_at as "createdAt"`.execute(
    tx,
  );
  const one = found.rows[0];
  if (!one) throw notFound();
  return one;
}
