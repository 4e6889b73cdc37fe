import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/pools.ts';
import { poolRemoved } from '../events.ts';
import { countInPool, lockPool, savePool } from '../store/pool-settings.ts';

/** Removes an empty pool. Whatever is on its way in waits for the lock and then finds it closed. */
export async function deletePool(
  { id }: Input<typeof contract.deletePool>,
  step: Step,
): Promise<Output<typeof contract.deletePool>> {
  const pool = await lockPool(step, id);
  if (pool.isDefault) throw new Refusal('rule', 'is_default');
  const n = await countInPool(step, id);
  if (n > 0) throw new Refusal('rule', 'pool_not_empty', { detail: { n } });
  const version = await savePool(step, pool, { active: false, deleted_at: step.now });
  await announce(step, poolRemoved, { subject: id, data: {} });
  return { id, version };
}
