import type { Step } from '#kernel/command.ts';
import type { RowOutcome } from '#kernel/importing.ts';
import { type JobContext, job } from '#kernel/jobs.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { importEnded } from '../events.ts';
import type { ImportStatus, RowReason } from '../model.ts';
import { layered } from '../rules/judging-rows.ts';
import { changesOf } from '../store/changes-of.ts';
import { openCourse } from '../store/course.ts';
import { asImporter } from '../store/importer.ts';
import { lockImport, type StoredImport, saveImport } from '../store/imports.ts';
import { type Course, type JudgedRow, judgeBatch, keysOfBatch } from '../store/judge-batch.ts';
import { loadDoneRows, loadFileRows, oldValues, type RowResult, saveOutcomes } from '../store/rows.ts';

const batchRows = 1_000;

/**
 * Imports the rows of a checked file, a thousand at a time: each batch is one transaction that writes the records,
 * their facts and the ledger together. Killed at any moment, the next attempt goes on after the last saved batch.
 */
export const runImport = job<{ importId: string }>({
  name: 'transfer.run',
  seconds: 3_600,
  retries: 20,
  atOnce: 2,
  run: async ({ importId }, context) => {
    const seen = await rememberDone(importId, context);
    while (await runBatch(importId, seen, context)) context.signal.throwIfAborted();
  },
});

/** What rows before an interruption were, so that those after it are judged as if there had been none. */
async function rememberDone(importId: string, context: JobContext): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  let after = 0;
  for (;;) {
    const rows = await context.transaction(async (step) => {
      const one = await lockImport(step, importId);
      const person = one.lastLine > after ? await asImporter(step, one.createdBy) : null;
      if (!person) return [];
      const course = openCourse(person, one);
      const done = await loadDoneRows(step, importId, after, one.lastLine, batchRows);
      const keys = await keysOfBatch(person, course, done);
      return done.map((row, index) => ({ ...row, keys: keys[index] ?? [] }));
    });
    if (rows.length === 0) return seen;
    for (const { line, outcome, recordId, keys } of rows) {
      if (outcome === 'invalid' || outcome === 'duplicateInFile' || outcome === 'notFound') continue;
      for (const key of keys) if (!seen.has(key)) seen.set(key, line);
      if (outcome !== 'created' && recordId) seen.set(`id:${recordId}`, line);
    }
    after = rows.at(-1)?.line ?? after;
  }
}

/** One batch; false when the import has come to its end, by itself or because somebody stopped it. */
async function runBatch(importId: string, base: Map<string, number>, context: JobContext): Promise<boolean> {
  const seen = layered(base);
  const more = await context.transaction(async (step) => {
    const one = await lockImport(step, importId);
    if (one.status !== 'running') return false;
    if (one.stopAsked) return end(step, one, 'cancelled');
    const person = await asImporter(step, one.createdBy);
    if (!person) return end(step, one, 'failed', 'importer_without_rights');
    const rows = await loadFileRows(step, importId, one.lastLine, batchRows);
    if (rows.length === 0) return end(step, one, 'done');
    const course = openedOr(person, one);
    if (!course) return end(step, one, 'failed', 'importer_without_rights');
    const judged = await judgeBatch(person, course, rows, seen);
    const results = await apply(person, course, judged);
    const saved = await saveOutcomes(step, importId, results);
    // The ledger is the proof that no row is done twice: whatever disagrees with it must not be saved.
    if (saved !== rows.length)
      throw new Error(`import ${importId}: ${rows.length} rows, ${saved} in the ledger`);
    await saveProgress(step, one, results);
    return true;
  });
  if (more) seen.keep();
  return more;
}

function openedOr(person: Step, one: StoredImport): Course | null {
  try {
    return openCourse(person, one);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Adds and changes the records of a batch, and says of every row what became of it. */
async function apply(person: Step, course: Course, judged: readonly JudgedRow[]): Promise<RowResult[]> {
  const { one, importable } = course;
  const results = new Map<number, RowResult>();
  const put = (line: number, outcome: RowResult['outcome'], more: Partial<RowResult> = {}) =>
    results.set(line, {
      line,
      outcome,
      reasons: null,
      record_id: null,
      record_version: null,
      before: null,
      ...more,
    });

  const lines = new Map<string, JudgedRow>();
  for (const row of judged) {
    if (row.verdict.kind === 'create') lines.set(newId(), row);
    else if (row.verdict.kind !== 'update') put(row.line, row.verdict.kind, { reasons: row.verdict.reasons });
  }
  const fresh = [...lines].map(([id, row]) => ({ id, values: row.values, raw: rawOf(course, row) }));
  const added = fresh.length > 0 ? await importable.addRows(person, fresh, one.plan.options) : [];
  for (const outcome of added) {
    const row = lines.get(outcome.id);
    if (!row) continue;
    if ('refused' in outcome) put(row.line, 'duplicateInSystem', { reasons: [outcome.refused] });
    else
      put(row.line, 'created', {
        record_id: outcome.id,
        record_version: outcome.version,
        reasons: notesOf(row.note, outcome.note),
      });
  }

  const changes = await changesOf(person, course, judged);
  const changed = changes.size > 0 ? await importable.changeRows(person, [...changes.values()]) : [];
  const outcomes = new Map<string, RowOutcome>(changed.map((outcome) => [outcome.id, outcome]));
  for (const { line, verdict } of judged) {
    if (verdict.kind !== 'update') continue;
    const change = changes.get(line);
    const outcome = outcomes.get(verdict.id);
    if (!change) put(line, 'unchanged', { record_id: verdict.id });
    else if (!outcome || 'refused' in outcome)
      put(line, 'duplicateInSystem', { reasons: [outcome?.refused ?? { code: 'just_changed' }] });
    else
      put(line, 'updated', {
        record_id: outcome.id,
        record_version: outcome.version,
        before: oldValues(change.changes),
      });
  }
  return [...results.values()];
}

function notesOf(...notes: readonly (RowReason | null | undefined)[]): RowReason[] | null {
  const given = notes.filter((note) => note != null);
  return given.length > 0 ? given : null;
}

function rawOf({ one }: Course, { cells }: JudgedRow): Record<string, string> {
  const raw: Record<string, string> = {};
  cells.forEach((cell, index) => {
    if (cell !== '') raw[one.columns[index]?.header || `#${index + 1}`] = cell;
  });
  return raw;
}

async function saveProgress(step: Step, one: StoredImport, results: readonly RowResult[]): Promise<void> {
  const count = (...kinds: RowResult['outcome'][]) =>
    results.filter(({ outcome }) => kinds.includes(outcome)).length;
  await saveImport(step, one.id, {
    processed: one.processed + results.length,
    last_line: Math.max(...results.map(({ line }) => line)),
    created: one.created + count('created'),
    updated: one.updated + count('updated'),
    skipped: one.skipped + count('unchanged', 'duplicateInFile', 'duplicateInSystem', 'notFound'),
    failed: one.failed + count('invalid'),
  });
}

async function end(
  step: Step,
  one: StoredImport,
  status: ImportStatus,
  failure: string | null = null,
): Promise<false> {
  const { id, object, created, updated, skipped, failed } = one;
  await saveImport(step, id, { status, failure, ended_at: step.now, stop_asked: false });
  await announce(step, importEnded, {
    subject: id,
    data: { object, status, created, updated, skipped, failed },
  });
  return false;
}
