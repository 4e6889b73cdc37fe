import type { Step } from '#kernel/command.ts';
import { enqueue, type Job } from '#kernel/jobs.ts';

/** Asks for the model to be learnt now instead of tonight; asking twice changes nothing. */
export function requestTraining(train: Job) {
  return async (_input: unknown, step: Step): Promise<{ waiting: boolean }> => {
    await enqueue(step, train, {}, { singletonKey: 'train' });
    return { waiting: true };
  };
}
