import type { Demo } from '#kernel/demo.ts';
import { gradeEverybody } from './commands/grade-leads.ts';
import { trainNow } from './commands/train-model.ts';
import { gradeReaction } from './reactions.ts';

/** The model learns from the nine months before, and every lead has its class and score from the first minute. */
export const demo: Demo = {
  async seed(world) {
    const step = world.as(null, world.today);
    await trainNow(step);
    await gradeEverybody(step);
  },
  done: [gradeReaction, 'scoring.regrade'],
};
