import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { leadMoved } from '../events.ts';
import { lockLead } from '../store/leads.ts';
import { savePlace } from '../store/places.ts';
import { loadPoolPolicy, loadTargetPool } from '../store/pools.ts';

/** Moves a waiting lead from one pool to another: for whoever runs the pool it is in. */
export async function transferLead(
  { id, poolId, reason }: Input<typeof contract.transferLead>,
  step: Step,
): Promise<Output<typeof contract.transferLead>> {
  const lead = await lockLead(step, id);
  if (lead.poolId === null) throw new Refusal('rule', 'not_in_pool');
  const from = await loadPoolPolicy(step, lead.poolId);
  if (!from.isAdmin) throw new Refusal('forbidden', 'forbidden');
  const target = await loadTargetPool(step, poolId);
  if (target === lead.poolId) throw new Refusal('rule', 'already_there');
  const place = { ownerId: null, poolId: target, cause: 'moved', reason: reason ?? null } as const;
  const version = await savePlace(step, lead, place, lead.status);
  await announce(step, leadMoved, {
    subject: id,
    changes: { poolId: [lead.poolId, target] },
    data: { ...place, fromPoolId: lead.poolId },
  });
  return { id, version };
}
