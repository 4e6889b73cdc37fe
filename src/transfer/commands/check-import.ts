import type { Step } from '#kernel/command.ts';
import { type JobContext, job } from '#kernel/jobs.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { decideMove } from '../rules/import-states.ts';
import { layered } from '../rules/judging-rows.ts';
import { startTally, type Tally } from '../rules/tallying.ts';
import { changesOf } from '../store/changes-of.ts';
import { openCourse } from '../store/course.ts';
import { asImporter } from '../store/importer.ts';
import { lockImport, saveImport } from '../store/imports.ts';
import { type Course, type JudgedRow, judgeBatch } from '../store/judge-batch.ts';
import { loadFileRows } from '../store/rows.ts';

const batchRows = 1_000;

/**
 * Goes through all rows of a planned import and counts what a run would do; changes no record. It decides by the
 * same code as the run, so that the preview's numbers are the run's.
 */
export const checkImport = job<{ importId: string; planVersion: number }>({
  name: 'transfer.check',
  seconds: 1_800,
  atOnce: 2,
  run: async ({ importId, planVersion }, context) => {
    const walk: Walk = { importId, planVersion, after: 0, checked: 0, seen: new Map(), tally: startTally() };
    while (await checkBatch(walk, context)) context.signal.throwIfAborted();
  },
});

interface Walk {
  readonly importId: string;
  readonly planVersion: number;
  after: number;
  checked: number;
  readonly seen: Map<string, number>;
  readonly tally: Tally;
}

/** One batch; false when there is nothing more to do. */
async function checkBatch(walk: Walk, context: JobContext): Promise<boolean> {
  const seen = layered(walk.seen);
  const done = await context.transaction(async (step) => {
    const one = await lockImport(step, walk.importId);
    if (one.status !== 'checking' || one.planVersion !== walk.planVersion) return null;
    const person = await asImporter(step, one.createdBy);
    if (!person) return stop(step, walk, 'importer_without_rights');
    try {
      const rows = await loadFileRows(step, one.id, walk.after, batchRows);
      if (rows.length === 0) return finish(step, walk);
      const course = openCourse(person, one);
      const judged = await judgeBatch(person, course, rows, seen);
      const counted = await previewRows(person, course, judged);
      await saveImport(step, one.id, { checked: walk.checked + rows.length });
      return { counted, last: rows.at(-1)?.line ?? 0 };
    } catch (error) {
      if (error instanceof Refusal) return stop(step, walk, error.errors[0]?.code ?? error.code);
      throw error;
    }
  });
  if (!done) return false;
  seen.keep();
  for (const [outcome, row] of done.counted) walk.tally.add(outcome, row);
  walk.after = done.last;
  walk.checked += done.counted.length;
  return true;
}

type Counted = Parameters<Tally['add']>;

async function previewRows(person: Step, course: Course, judged: readonly JudgedRow[]): Promise<Counted[]> {
  const changes = await changesOf(person, course, judged);
  const name = course.importable.definition.nameField;
  return judged.map(({ line, values, verdict, note }) => {
    const row = { line, name: String(values[name] ?? '').slice(0, 80) };
    if (verdict.kind === 'create') return ['created', { ...row, reasons: note ? [note] : [] }];
    if (verdict.kind === 'update')
      return [changes.has(line) ? 'updated' : 'unchanged', { ...row, reasons: [] }];
    return [verdict.kind, { ...row, reasons: verdict.reasons }];
  });
}

async function finish(step: Step, walk: Walk): Promise<null> {
  const one = await lockImport(step, walk.importId);
  const next = decideMove(one.status, 'checked');
  if ('yes' in next)
    await saveImport(step, one.id, { status: next.yes, preview: JSON.stringify(walk.tally.result()) });
  return null;
}

async function stop(step: Step, walk: Walk, failure: string): Promise<null> {
  await saveImport(step, walk.importId, { status: 'failed', failure, ended_at: step.now });
  return null;
}
