import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { enqueue, type Job } from '#kernel/jobs.ts';
import { announce } from '#kernel/outbox.ts';
import { notFound, Refusal } from '#kernel/values/refusal.ts';
import type { runImport as operation } from '../contract/imports.ts';
import { importStarted } from '../events.ts';
import { decideMove } from '../rules/import-states.ts';
import { requireImportable } from '../store/course.ts';
import { findSameFile, lockImport, saveImport } from '../store/imports.ts';

/** Starts the run of a checked import. A file that ran within the last day needs a second yes. */
export function startImport(run: Job<{ importId: string }>) {
  return async ({ id, again }: Input<typeof operation>, step: Step): Promise<Output<typeof operation>> => {
    const one = await lockImport(step, id);
    // The rows are made in the name of who brought the file, so nobody else may start it.
    if (one.createdBy !== step.actor.id) throw notFound();
    const next = orRefuse(decideMove(one.status, 'run'));
    requireImportable(step, one.object);
    const same = again ? null : await findSameFile(step, one.sha256, one.object, id);
    if (same) throw new Refusal('rule', 'same_file', { detail: { by: same.by, at: same.at.toISOString() } });

    const version = await saveImport(step, id, { status: next, started_at: step.now });
    await enqueue(step, run, { importId: id });
    await announce(step, importStarted, {
      subject: id,
      data: { object: one.object, fileName: one.fileName, rows: one.rowCount, mode: one.plan.mode },
    });
    return { id, version };
  };
}
