import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { leadRestored } from '../events.ts';
import { decideRoom } from '../rules/holding.ts';
import { isOpen } from '../rules/lead-states.ts';
import { lockRoom } from '../store/caps.ts';
import { lockDeletedLead, lockHeldLead, saveStatus } from '../store/leads.ts';
import { addHeld, savePlace } from '../store/places.ts';
import { isPoolOpen, loadTargetPool } from '../store/pools.ts';

/** Takes a lead out of the bin to where it was; its owner's cap holds on this way in too, and a pool closed meanwhile is replaced by the default one. */
export async function restoreLead(
  { id }: Input<typeof contract.restoreLead>,
  step: Step,
): Promise<Output<typeof contract.restoreLead>> {
  const lead = await lockHeldLead(step, id, [], lockDeletedLead);
  if (lead.ownerId && isOpen(lead.status)) {
    orRefuse(decideRoom(await lockRoom(step, lead.ownerId, null)));
    await addHeld(step, lead.ownerId, 1);
  }
  let version = await saveStatus(step, lead, lead.status, { deleted_at: null });
  if (lead.poolId && !(await isPoolOpen(step, lead.poolId))) {
    const place = { ownerId: null, poolId: await loadTargetPool(step, null), cause: 'restored' } as const;
    version = await savePlace(step, { ...lead, version }, place, lead.status);
  }
  await announce(step, leadRestored, { subject: id, data: {} });
  return { id, version };
}
