import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { leadRestored } from '../events.ts';
import { decideRoom } from '../rules/holding.ts';
import { isOpen } from '../rules/lead-states.ts';
import { lockRoom } from '../store/caps.ts';
import { lockDeletedLead, lockHeldLead, saveStatus } from '../store/leads.ts';
import { addHeld } from '../store/places.ts';
import { loadTargetPool } from '../store/pools.ts';

/** Takes a lead out of the bin to where it was; its owner's cap holds on this way in too, and its pool must be open. */
export async function restoreLead(
  { id }: Input<typeof contract.restoreLead>,
  step: Step,
): Promise<Output<typeof contract.restoreLead>> {
  const lead = await lockHeldLead(step, id, [], lockDeletedLead);
  if (lead.ownerId && isOpen(lead.status)) {
    orRefuse(decideRoom(await lockRoom(step, lead.ownerId, null)));
    await addHeld(step, lead.ownerId, 1);
  }
  if (lead.poolId) await loadTargetPool(step, lead.poolId);
  const version = await saveStatus(step, lead, lead.status, { deleted_at: null });
  await announce(step, leadRestored, { subject: id, data: {} });
  return { id, version };
}
