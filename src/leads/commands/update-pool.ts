import { type Step, stale } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/pools.ts';
import { poolChanged } from '../events.ts';
import { poolColumns } from '../rules/pool-settings.ts';
import { countInPool, lockPool, moveDefault, savePool, saveScopes } from '../store/pool-settings.ts';

/** Changes a pool. One that still holds leads is not stopped, and the default pool always stays open. */
export async function updatePool(
  { id, version, isDefault, members, admins, ...sent }: Input<typeof contract.updatePool>,
  step: Step,
): Promise<Output<typeof contract.updatePool>> {
  const pool = await lockPool(step, id);
  if (pool.version !== version) throw stale(pool);
  if (sent.active === false && pool.active) {
    if (pool.isDefault) throw new Refusal('rule', 'is_default');
    const n = await countInPool(step, id);
    if (n > 0) throw new Refusal('rule', 'pool_not_empty', { detail: { n } });
  }
  const columns = poolColumns(isDefault ? { ...sent, active: true } : sent);
  const saved = await savePool(step, pool, columns);
  if (isDefault && !pool.isDefault) await moveDefault(step, id);
  if (members) await saveScopes(step, id, members, false);
  if (admins) await saveScopes(step, id, admins, true);
  await announce(step, poolChanged, {
    subject: id,
    data: {
      changed: Object.keys({ ...columns, ...(members ? { members } : {}), ...(admins ? { admins } : {}) }),
    },
  });
  return { id, version: saved };
}
