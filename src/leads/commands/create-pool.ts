import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import type * as contract from '../contract/pools.ts';
import { poolCreated } from '../events.ts';
import { poolColumns } from '../rules/pool-settings.ts';
import { insertPool, saveScopes } from '../store/pool-settings.ts';

/** Opens one more pool with its members, admins and rules. */
export async function createPool(
  sent: Input<typeof contract.createPool>,
  step: Step,
): Promise<Output<typeof contract.createPool>> {
  const id = newId();
  await insertPool(step, id, poolColumns(sent));
  await saveScopes(step, id, sent.members, false);
  await saveScopes(step, id, sent.admins, true);
  await announce(step, poolCreated, { subject: id, data: { name: sent.name } });
  return { id, version: 1 };
}
