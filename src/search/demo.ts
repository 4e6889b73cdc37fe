import type { Demo } from '#kernel/demo.ts';
import { rebuildIndex } from './commands/rebuild-index.ts';

/** Whoever opens the demo searches at once: the index is built whole, which is quicker than hearing every fact. */
export const demo: Demo = {
  done: ['search.index'],
  async seed(world) {
    const step = world.as(null, world.today);
    await rebuildIndex((work) => work(step));
  },
};
