import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { enqueue, type JobContext, job } from '#kernel/jobs.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { undoImport as operation } from '../contract/imports.ts';
import { importUndone } from '../events.ts';
import { undoDays } from '../model.ts';
import { decideMove } from '../rules/import-states.ts';
import { requireImportable } from '../store/course.ts';
import { asImporter } from '../store/importer.ts';
import { lockImport, type StoredImport, saveImport } from '../store/imports.ts';
import { loadUndoRows, saveUndo, type UndoRow } from '../store/rows.ts';

const batchRows = 1_000;
const dayMs = 86_400_000;

/** Takes back everything an import made, unless somebody has changed it since; needs no more than to see the import. */
export async function undoImport(
  { id }: Input<typeof operation>,
  step: Step,
): Promise<Output<typeof operation>> {
  const one = await lockImport(step, id);
  const next = orRefuse(decideMove(one.status, 'undo'));
  requireImportable(step, one.object);
  if (one.endedAt && step.now.getTime() - one.endedAt.getTime() > undoDays * dayMs)
    throw new Refusal('rule', 'too_late_to_undo', { detail: { days: undoDays } });
  const version = await saveImport(step, id, { status: next, undone_by: step.actor.id, failure: null });
  await enqueue(step, takeBackRows, { importId: id });
  return { id, version };
}

/** Works through the ledger batch by batch; like the run it goes on after a crash where it was. */
export const takeBackRows = job<{ importId: string }>({
  name: 'transfer.undo',
  seconds: 3_600,
  retries: 20,
  run: async ({ importId }, context) => {
    while (await undoBatch(importId, context)) context.signal.throwIfAborted();
  },
});

function undoBatch(importId: string, context: JobContext): Promise<boolean> {
  return context.transaction(async (step) => {
    const one = await lockImport(step, importId);
    if (one.status !== 'undoing') return false;
    const person = await asImporter(step, one.undoneBy ?? one.createdBy);
    const rows = person ? await loadUndoRows(step, importId, one.undoneLine, batchRows) : [];
    if (!person || rows.length === 0) return end(step, one);
    const done = await takeBack(person, one, rows);
    await saveUndo(step, importId, done);
    const count = (kind: string) => done.filter(({ undo }) => undo === kind).length;
    await saveImport(step, importId, {
      removed: one.removed + count('removed'),
      restored: one.restored + count('restored'),
      kept: one.kept + count('kept'),
      undone_line: rows.at(-1)?.line ?? one.undoneLine,
    });
    return true;
  });
}

async function takeBack(person: Step, one: StoredImport, rows: readonly UndoRow[]) {
  const importable = requireImportable(person, one.object);
  const made = rows.filter((row) => row.outcome === 'created');
  const removed = made.length
    ? await importable.removeRows(
        person,
        made.map(({ recordId, recordVersion }) => ({ id: recordId, version: recordVersion })),
      )
    : new Set<string>();
  const changed = rows.filter((row) => row.outcome === 'updated' && row.before);
  const present = changed.length
    ? await importable.lockRows(
        person,
        changed.map((row) => row.recordId),
      )
    : new Map();
  const untouched = changed.flatMap((row) => {
    const before = present.get(row.recordId);
    return before && before.version === row.recordVersion ? [{ before, values: row.before ?? {} }] : [];
  });
  const outcomes = untouched.length ? await importable.changeRows(person, untouched) : [];
  const restored = new Set(outcomes.flatMap((outcome) => ('refused' in outcome ? [] : [outcome.id])));
  return rows.map(
    ({ line, recordId }) =>
      ({
        line,
        undo: removed.has(recordId) ? 'removed' : restored.has(recordId) ? 'restored' : 'kept',
      }) as const,
  );
}

async function end(step: Step, one: StoredImport): Promise<false> {
  const { id, object, removed, restored, kept } = one;
  const next = orRefuse(decideMove(one.status, 'undone'));
  await saveImport(step, id, { status: next, undone_at: step.now });
  await announce(step, importUndone, { subject: id, data: { object, removed, restored, kept } });
  return false;
}
