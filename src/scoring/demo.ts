import type { Demo } from '#kernel/demo.ts';
import { gradeEverybody } from './commands/grade-leads.ts';
import { trainNow } from './commands/train-model.ts';
import { gradeReaction } from './reactions.ts';

const day = 86_400_000;

/** For two weeks the rules made the scores; today the model has learnt from the nine months before and takes over. */
export const demo: Demo = {
  async seed(world) {
    const at = (days: number) => world.as(null, new Date(world.today.getTime() - days * day));
    await gradeEverybody(at(14));
    await gradeEverybody(at(7));
    await trainNow(at(0));
    await gradeEverybody(at(0));
  },
  done: [gradeReaction, 'scoring.regrade'],
};
