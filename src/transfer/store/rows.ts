import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Changes } from '#kernel/outbox.ts';
import type { RowOutcomeKind, RowReason } from '../model.ts';
import type { FileRow } from '../rules/reading-rows.ts';

/** What is written about one row when its batch is done. */
export interface RowResult {
  readonly line: number;
  readonly outcome: RowOutcomeKind;
  readonly reasons: readonly RowReason[] | null;
  readonly record_id: string | null;
  readonly record_version: number | null;
  readonly before: Readonly<Record<string, unknown>> | null;
}

export interface DoneRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly outcome: RowOutcomeKind;
  readonly recordId: string | null;
}

/** Keeps rows of the file as they are. */
export async function insertFileRows(
  { tx, actor }: Step,
  importId: string,
  rows: readonly FileRow[],
): Promise<void> {
  await sql`
    insert into import_rows (org_id, import_id, line, cells)
    select ${actor.orgId}::uuid, ${importId}::uuid, r.line, r.cells
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(line integer, cells jsonb)`.execute(tx);
}

/** The next rows of the file, in its order. */
export async function loadFileRows(
  { tx, actor }: Step,
  importId: string,
  after: number,
  limit: number,
): Promise<FileRow[]> {
  const found = await sql<FileRow>`
    select line, cells from import_rows
    where org_id = ${actor.orgId}::uuid and import_id = ${importId}::uuid and line > ${after}
    order by line limit ${limit}`.execute(tx);
  return found.rows;
}

/** Rows a run has done before it was interrupted, for remembering their keys. */
export async function loadDoneRows(
  { tx, actor }: Step,
  importId: string,
  after: number,
  through: number,
  limit: number,
): Promise<DoneRow[]> {
  const found = await sql<DoneRow>`
    select line, cells, outcome, record_id as "recordId" from import_rows
    where org_id = ${actor.orgId}::uuid and import_id = ${importId}::uuid and line > ${after} and line <= ${through}
    order by line limit ${limit}`.execute(tx);
  return found.rows;
}

/** Writes what became of a batch. A row that has an outcome already is left alone: the caller's count will not match. */
export async function saveOutcomes(
  { tx, actor }: Step,
  importId: string,
  results: readonly RowResult[],
): Promise<number> {
  const saved = await sql`
    update import_rows t set outcome = r.outcome, reasons = r.reasons, record_id = r.record_id,
      record_version = r.record_version, before = r.before
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as r(line integer, outcome text, reasons jsonb,
      record_id uuid, record_version integer, before jsonb)
    where t.org_id = ${actor.orgId}::uuid and t.import_id = ${importId}::uuid and t.line = r.line and t.outcome is null`.execute(
    tx,
  );
  return Number(saved.numAffectedRows ?? 0);
}

export interface UndoRow {
  readonly line: number;
  readonly outcome: 'created' | 'updated';
  readonly recordId: string;
  readonly recordVersion: number;
  readonly before: Readonly<Record<string, unknown>> | null;
}

/** The next rows whose effect an undo has to look at. */
export async function loadUndoRows(
  { tx, actor }: Step,
  importId: string,
  after: number,
  limit: number,
): Promise<UndoRow[]> {
  const found = await sql<UndoRow>`
    select line, outcome, record_id as "recordId", record_version as "recordVersion", before from import_rows
    where org_id = ${actor.orgId}::uuid and import_id = ${importId}::uuid and line > ${after}
      and outcome in ('created', 'updated') and undo is null and record_id is not null
    order by line limit ${limit}`.execute(tx);
  return found.rows;
}

export async function saveUndo(
  { tx, actor }: Step,
  importId: string,
  rows: readonly { readonly line: number; readonly undo: 'removed' | 'restored' | 'kept' }[],
): Promise<void> {
  await sql`
    update import_rows t set undo = r.undo
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(line integer, undo text)
    where t.org_id = ${actor.orgId}::uuid and t.import_id = ${importId}::uuid and t.line = r.line`.execute(
    tx,
  );
}

/** The old values of what a change touched, as the undo gives them back. */
export function oldValues(changes: Changes): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const custom: Record<string, unknown> = {};
  for (const [key, [before]] of Object.entries(changes)) {
    if (key.startsWith('custom.')) custom[key.slice(7)] = before;
    else values[key] = before;
  }
  return Object.keys(custom).length > 0 ? { ...values, custom } : values;
}
