import { sql } from 'kysely';
import { visibleTo } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import { notFound } from '#kernel/values/refusal.ts';
import { importObject } from '../fields.ts';
import type { FileColumn, ImportPlan, ImportPreview, ImportStatus } from '../model.ts';

export interface StoredImport {
  readonly id: string;
  readonly object: string;
  readonly status: ImportStatus;
  readonly fileName: string;
  readonly fileSize: number;
  readonly sha256: Buffer;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly sheets: string[];
  readonly headerLine: number;
  readonly rowCount: number;
  readonly columns: readonly FileColumn[];
  readonly plan: ImportPlan;
  readonly planVersion: number;
  readonly preview: ImportPreview | null;
  readonly checked: number;
  readonly processed: number;
  readonly lastLine: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly failed: number;
  readonly removed: number;
  readonly restored: number;
  readonly kept: number;
  readonly undoneLine: number;
  readonly stopAsked: boolean;
  readonly failure: string | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly version: number;
}

const columns = sql`
  t.id, t.object, t.status, t.file_name as "fileName", t.file_size as "fileSize", t.sha256, t.encoding, t.delimiter,
  t.sheet, t.sheets, t.header_line as "headerLine", t.row_count as "rowCount", t.columns, t.plan,
  t.plan_version as "planVersion", t.preview, t.checked, t.processed, t.last_line as "lastLine", t.created, t.updated,
  t.skipped, t.failed, t.removed, t.restored, t.kept, t.undone_line as "undoneLine", t.stop_asked as "stopAsked",
  t.failure, t.started_at as "startedAt", t.ended_at as "endedAt", t.undone_at as "undoneAt", t.undone_by as "undoneBy",
  t.created_at as "createdAt", t.created_by as "createdBy", t.version`;

export type NewImport = Pick<
  StoredImport,
  | 'id'
  | 'object'
  | 'fileName'
  | 'fileSize'
  | 'sha256'
  | 'encoding'
  | 'delimiter'
  | 'sheet'
  | 'sheets'
  | 'headerLine'
> &
  Pick<StoredImport, 'rowCount' | 'columns' | 'plan'>;

/** Keeps an uploaded file as an import that is still to be mapped. */
export async function insertImport({ tx, actor, now }: Step, one: NewImport): Promise<void> {
  await sql`
    insert into imports (org_id, id, object, status, file_name, file_size, sha256, encoding, delimiter, sheet, sheets,
      header_line, row_count, columns, plan, created_at, created_by)
    values (${actor.orgId}::uuid, ${one.id}::uuid, ${one.object}, 'draft', ${one.fileName}, ${one.fileSize}, ${one.sha256},
      ${one.encoding}, ${one.delimiter}, ${one.sheet}, ${one.sheets}::text[], ${one.headerLine}, ${one.rowCount},
      ${JSON.stringify(one.columns)}::jsonb, ${JSON.stringify(one.plan)}::jsonb, ${now}, ${actor.id}::uuid)`.execute(
    tx,
  );
}

/** Locks an import the actor may see; 404 for any other. */
export async function lockImport({ tx, actor }: Step, id: string): Promise<StoredImport> {
  const found = await sql<StoredImport>`
    select ${columns} from imports as t where t.id = ${id}::uuid and ${visibleTo(actor, importObject)}
    for update of t`.execute(tx);
  const row = found.rows[0];
  if (!row) throw notFound();
  return row;
}

/** The same for showing: without a lock. */
export async function loadImport({ tx, actor }: Step, id: string): Promise<StoredImport> {
  const found = await sql<StoredImport>`
    select ${columns} from imports as t where t.id = ${id}::uuid and ${visibleTo(actor, importObject)}`.execute(
    tx,
  );
  const row = found.rows[0];
  if (!row) throw notFound();
  return row;
}

/** Changes columns of an import, by their names; JSON is given as text. Returns the new version. */
export async function saveImport(
  { tx, actor }: Step,
  id: string,
  changes: Readonly<Record<string, unknown>>,
): Promise<number> {
  const sets = Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const saved = await sql<{ version: number }>`
    update imports set ${sql.join(sets)}, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid returning version`.execute(tx);
  return saved.rows[0]?.version ?? 0;
}

/** Another run of the same file within the last day, by anybody of the organisation. */
export async function findSameFile(
  { tx, actor, now }: Step,
  sha256: Buffer,
  object: string,
  exceptId: string,
): Promise<{ id: string; at: Date; by: string } | null> {
  const found = await sql<{ id: string; at: Date; by: string }>`
    select i.id, i.started_at as at, u.name as by from imports i
    join users u on u.org_id = i.org_id and u.id = i.created_by
    where i.org_id = ${actor.orgId}::uuid and i.sha256 = ${sha256} and i.object = ${object} and i.id <> ${exceptId}::uuid
      and i.started_at > ${now}::timestamptz - interval '1 day' and i.status <> 'undone'
    order by i.started_at desc limit 1`.execute(tx);
  return found.rows[0] ?? null;
}

/** How headers of this object were mapped before. */
export async function loadMappings({ tx, actor }: Step, object: string): Promise<Map<string, string | null>> {
  const found = await sql<{ header: string; field: string | null }>`
    select header, field from import_mappings where org_id = ${actor.orgId}::uuid and object = ${object}`.execute(
    tx,
  );
  return new Map(found.rows.map((row) => [row.header, row.field]));
}

/** Remembers a mapping for the next file with these headers. */
export async function saveMappings(
  { tx, actor, now }: Step,
  object: string,
  mappings: ReadonlyMap<string, string | null>,
): Promise<void> {
  const rows = [...mappings].map(([header, field]) => ({ header, field }));
  await sql`
    insert into import_mappings (org_id, object, header, field, saved_at)
    select ${actor.orgId}::uuid, ${object}, r.header, r.field, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(header text, field text)
    on conflict (org_id, object, header) do update set field = excluded.field, saved_at = excluded.saved_at`.execute(
    tx,
  );
}

/** Drops drafts nobody went on with, and the cells of imports that can no longer be undone. Returns how many of each. */
export async function sweepImports(
  { tx, actor, now }: Step,
  days: number,
): Promise<{ drafts: number; cells: number }> {
  const old = sql`select id from imports where org_id = ${actor.orgId}::uuid
    and status in ('draft', 'checking', 'checked') and created_at < ${now}::timestamptz - interval '1 day'`;
  await sql`delete from import_rows where org_id = ${actor.orgId}::uuid and import_id in (${old})`.execute(
    tx,
  );
  const drafts =
    await sql`delete from imports where org_id = ${actor.orgId}::uuid and id in (${old})`.execute(tx);
  const cells = await sql`
    update import_rows set cells = '[]', before = null
    where org_id = ${actor.orgId}::uuid and cells <> '[]' and import_id in (
      select id from imports where org_id = ${actor.orgId}::uuid and ended_at < ${now}::timestamptz - make_interval(days => ${days}))`.execute(
    tx,
  );
  return { drafts: Number(drafts.numAffectedRows ?? 0), cells: Number(cells.numAffectedRows ?? 0) };
}
