import type { Step } from '#kernel/command.ts';
import { insertFirstPool } from '../store/pools.ts';

/** A new organisation gets one pool that everybody sees and the starting limits: 50 held, 7 days to follow up. */
export async function openFirstPool(step: Step): Promise<{ poolId: string }> {
  return { poolId: await insertFirstPool(step) };
}
