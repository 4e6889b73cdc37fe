import { sql } from 'kysely';
import { requirePermission } from '../access.ts';
import type { Step } from '../command.ts';
import { announce, fact } from '../outbox.ts';
import { requireRecord } from '../records.ts';
import { notFound } from '../values/refusal.ts';
import type { FileCard } from './contract.ts';

/** The record a file belongs to; whoever sees it may read the file. */
export interface Subject {
  readonly object: string;
  readonly subjectId: string;
}

export interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: Buffer;
  readonly object: string | null;
  readonly subjectId: string | null;
  readonly uploadedBy: string;
  readonly createdAt: Date;
}

const columns = sql`id, name, media_type as "mediaType", size, sha256, object, subject_id as "subjectId",
  uploaded_by as "uploadedBy", created_at as "createdAt"`;

/** Stops (404, 403) unless the actor sees the record and may change it. */
export async function requireSubject(step: Pick<Step, 'actor' | 'tx'>, subject: Subject): Promise<void> {
  await requireRecord(step, subject.object, subject.subjectId);
  requirePermission(step.actor, `${subject.object}.update`);
}

/** Notes a file whose bytes are stored; the record it belongs to tells of it. */
export async function addFile(step: Step, file: Omit<FileRow, 'uploadedBy' | 'createdAt'>): Promise<void> {
  await sql`
    insert into files (org_id, id, name, media_type, size, sha256, object, subject_id, uploaded_by, created_at)
    values (${step.actor.orgId}::uuid, ${file.id}::uuid, ${file.name}, ${file.mediaType}, ${file.size}, ${file.sha256},
      ${file.object}, ${file.subjectId}::uuid, ${step.actor.id}::uuid, ${step.now}::timestamptz)`.execute(
    step.tx,
  );
  if (file.object && file.subjectId)
    await announce(step, fact<{ fileId: string; name: string }>('file.added', file.object), {
      subject: file.subjectId,
      data: { fileId: file.id, name: file.name },
    });
}

/** A file the actor may read: of a record he sees, or his own that belongs to none yet. Else 404. */
export async function requireFile(step: Pick<Step, 'actor' | 'tx'>, id: string): Promise<FileRow> {
  const { rows } = await sql<FileRow>`
    select ${columns} from files
    where org_id = ${step.actor.orgId}::uuid and id = ${id}::uuid and deleted_at is null`.execute(step.tx);
  const file = rows[0];
  if (!file) throw notFound();
  if (file.object && file.subjectId) await requireRecord(step, file.object, file.subjectId);
  else if (file.uploadedBy !== step.actor.id) throw notFound();
  return file;
}

/** Gives an own, still loose file to a record: for commands that took an upload beforehand. */
export async function attachFile(step: Step, id: string, subject: Subject): Promise<FileRow> {
  const file = await requireFile(step, id);
  if (file.object) throw notFound();
  await sql`
    update files set object = ${subject.object}, subject_id = ${subject.subjectId}::uuid
    where org_id = ${step.actor.orgId}::uuid and id = ${id}::uuid and object is null`.execute(step.tx);
  return { ...file, ...subject };
}

/** The files of a record the actor sees (else 404), the newest first. */
export async function filesOf(step: Pick<Step, 'actor' | 'tx'>, subject: Subject): Promise<FileCard[]> {
  await requireRecord(step, subject.object, subject.subjectId);
  const { rows } = await sql<FileRow>`
    select ${columns} from files
    where org_id = ${step.actor.orgId}::uuid and subject_id = ${subject.subjectId}::uuid
      and object = ${subject.object} and deleted_at is null
    order by created_at desc, id desc limit 500`.execute(step.tx);
  return rows.map(cardOf);
}

/** Takes a file away: its uploader may, and whoever may change its record. The bytes go thirty days later. */
export async function dropFile(step: Step, id: string): Promise<void> {
  const file = await requireFile(step, id);
  if (file.uploadedBy !== step.actor.id) requirePermission(step.actor, `${file.object}.update`);
  await sql`
    update files set deleted_at = ${step.now}::timestamptz
    where org_id = ${step.actor.orgId}::uuid and id = ${id}::uuid`.execute(step.tx);
  if (file.object && file.subjectId)
    await announce(step, fact<{ fileId: string; name: string }>('file.removed', file.object), {
      subject: file.subjectId,
      data: { fileId: id, name: file.name },
    });
}

/** What a screen is told of a file: nothing of its bytes. */
export function cardOf(file: Omit<FileRow, 'sha256' | 'object' | 'subjectId'>): FileCard {
  const { id, name, mediaType, size, uploadedBy, createdAt } = file;
  return { id, name, mediaType, size, uploadedBy, createdAt: createdAt.toISOString() };
}

/** Puts the files of records that became part of another with it. Returns which, and where they were. */
export async function moveFilesOf(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  object: string,
  from: readonly string[],
  to: string,
): Promise<{ id: string; from: string }[]> {
  const moved = await sql<{ id: string; from: string }>`
    with old as (select id, subject_id from files
      where org_id = ${actor.orgId}::uuid and object = ${object} and subject_id = any(${from}::uuid[]) for update)
    update files f set subject_id = ${to}::uuid from old
    where f.org_id = ${actor.orgId}::uuid and f.id = old.id returning f.id, old.subject_id as "from"`.execute(
    tx,
  );
  return moved.rows;
}

/** The way back: those that still stand where they were put. */
export async function moveFilesBack(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  moved: readonly { readonly id: string; readonly from: string }[],
  to: string,
): Promise<void> {
  await sql`
    update files f set subject_id = r."from" from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as r(id uuid, "from" uuid)
    where f.org_id = ${actor.orgId}::uuid and f.id = r.id and f.subject_id = ${to}::uuid`.execute(tx);
}

/** How many files these records have. */
export async function countFilesOf(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  object: string,
  of: readonly string[],
): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) as count from files where org_id = ${actor.orgId}::uuid and object = ${object}
      and subject_id = any(${of}::uuid[]) and deleted_at is null`.execute(tx);
  return found.rows[0]?.count ?? 0;
}
