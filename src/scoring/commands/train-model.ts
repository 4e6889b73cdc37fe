import { computeAside } from '#kernel/aside.ts';
import type { Step } from '#kernel/command.ts';
import { type Job, job } from '#kernel/jobs.ts';
import { announce } from '#kernel/outbox.ts';
import { modelTrained } from '../events.ts';
import type { Training } from '../model.ts';
import { trainModel as learn } from '../rules/training.ts';
import { loadExamples } from '../store/examples.ts';
import { saveModel } from '../store/models.ts';

const longest = 120_000;

/**
 * Learns from the organisation's own history, on a thread of its own and within a bounded number of leads and of
 * seconds. Nothing leaves the machine. The new model is announced, and every lead is scored by it.
 */
export const trainModel = job({
  name: 'scoring.train',
  schedule: '50 0 * * *',
  seconds: 600,
  retries: 2,
  async run(_data, { transaction, signal, log, orgId }) {
    const examples = await transaction((step) => loadExamples(step), 'read');
    const training = await computeAside<Training>(
      new URL('../rules/training.ts', import.meta.url),
      'trainModel',
      examples,
      {
        signal,
        ms: longest,
      },
    );
    await transaction((step) => keep(step, training));
    const { unusable, converted, lost } = training;
    log.info({ orgId, unusable, converted, lost }, 'score model learnt');
  },
}) as Job;

/** The same at once, for the few leads of the demo company. */
export async function trainNow(step: Step): Promise<void> {
  await keep(step, learn(await loadExamples(step)));
}

async function keep(step: Step, training: Training): Promise<void> {
  await saveModel(step, training);
  const { unusable, converted, lost } = training;
  await announce(step, modelTrained, { subject: step.actor.orgId, data: { unusable, converted, lost } });
}
