import { visibleOwners } from '#kernel/access.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { leadAssigned } from '../events.ts';
import { decideReceiver } from '../rules/assigning.ts';
import { decideRoom } from '../rules/holding.ts';
import { isOpen } from '../rules/lead-states.ts';
import { lockRoom } from '../store/caps.ts';
import { loadNewOwner, lockHeldLead } from '../store/leads.ts';
import { savePlace } from '../store/places.ts';

/** Gives a lead to a person of one's own reach, from a pool or from a colleague. The receiver's cap holds; quotas and cool-downs do not. */
export async function assignLead(
  { id, ownerId, reason }: Input<typeof contract.assignLead>,
  step: Step,
): Promise<Output<typeof contract.assignLead>> {
  const receiver = decideReceiver(ownerId, visibleOwners(step.actor, 'leads'));
  if ('no' in receiver) throw new Refusal('forbidden', receiver.no);
  await loadNewOwner(step, ownerId);
  const lead = await lockHeldLead(step, id, [ownerId]);
  if (lead.ownerId === ownerId) throw new Refusal('rule', 'already_theirs');
  if (!isOpen(lead.status)) throw new Refusal('rule', 'wrong_state');

  const terms = orRefuse(decideRoom(await lockRoom(step, ownerId, lead.poolId)));

  const place = { ownerId, poolId: null, cause: 'assigned', reason: reason ?? null } as const;
  const version = await savePlace(step, lead, { ...place, terms }, 'pending');
  await announce(step, leadAssigned, {
    subject: id,
    changes: { ownerId: [lead.ownerId, ownerId], poolId: [lead.poolId, null] },
    data: { ...place, previousOwnerId: lead.ownerId },
  });
  return { id, version };
}
