import { may } from '#kernel/access.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { leadReleased } from '../events.ts';
import { decideMove } from '../rules/lead-states.ts';
import { lockHeldLead } from '../store/leads.ts';
import { savePlace } from '../store/places.ts';
import { loadTargetPool } from '../store/pools.ts';

/** Puts a lead back into a pool with the reason; the cool-down then binds its owner, whoever pressed the button. */
export async function releaseLead(
  { id, reason, note, poolId }: Input<typeof contract.releaseLead>,
  step: Step,
): Promise<Output<typeof contract.releaseLead>> {
  const lead = await lockHeldLead(step, id);
  if (lead.ownerId === null) throw new Refusal('rule', 'not_owned');
  const own = lead.ownerId === step.actor.id;
  if (!own && !may(step.actor, 'leads.assign')) throw new Refusal('forbidden', 'forbidden');
  orRefuse(decideMove(lead.status, 'unassigned'));
  const target = await loadTargetPool(step, poolId);

  const cause = own ? 'released' : 'reclaimed';
  const place = { ownerId: null, poolId: target, cause, reason, note: note ?? null } as const;
  const version = await savePlace(step, lead, place, 'unassigned');
  await announce(step, leadReleased, {
    subject: id,
    changes: { ownerId: [lead.ownerId, null], poolId: [null, target], status: [lead.status, 'unassigned'] },
    data: { ...place, previousOwnerId: lead.ownerId },
  });
  return { id, version };
}
