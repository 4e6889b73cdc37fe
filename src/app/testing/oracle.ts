import { expect } from 'vitest';
import { runChecks } from '#kernel/checks-run.ts';
import { slices } from '../slices.ts';
import type { World } from './world.ts';

/** Holds both companies against every invariant: what `cli check` would find. */
export async function expectNoOffenders({ database }: Pick<World, 'database'>): Promise<void> {
  const results = await runChecks(database, { checks: slices.flatMap((slice) => slice.checks ?? []) });
  const broken = results.filter((result) => result.offenders.length > 0);
  expect(broken.map(({ id, says, offenders }) => [id, says, offenders.slice(0, 3)])).toEqual([]);
}
