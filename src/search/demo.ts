import type { Demo } from '#kernel/demo.ts';
import { rebuildIndex } from './commands/rebuild-index.ts';

/** The facts of nine months reach the index by and by; whoever opens the demo searches at once. */
export const demo: Demo = {
  async seed(world) {
    const step = world.as(null, world.today);
    await rebuildIndex((work) => work(step));
  },
};
