import type { Demo } from '#kernel/demo.ts';

export const demo: Demo = { seed: async () => undefined };
