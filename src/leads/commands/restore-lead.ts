import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { leadRestored } from '../events.ts';
import { decideHold } from '../rules/holding.ts';
import { isOpen } from '../rules/lead-states.ts';
import { addHeld, loadPolicy, lockDeletedLead, lockHolder, saveStatus } from '../store/leads.ts';

/** Takes a lead out of the bin to where it was; its owner's cap holds on this way in too. */
export async function restoreLead(
  { id }: Input<typeof contract.restoreLead>,
  step: Step,
): Promise<Output<typeof contract.restoreLead>> {
  const lead = await lockDeletedLead(step, id);
  if (lead.ownerId && isOpen(lead.status)) {
    const held = await lockHolder(step, lead.ownerId);
    const policy = await loadPolicy(step, null);
    orRefuse(decideHold(held, policy.privateCap));
    await addHeld(step, lead.ownerId, 1);
  }
  const version = await saveStatus(step, lead, lead.status, { deleted_at: null });
  await announce(step, leadRestored, { subject: id, data: {} });
  return { id, version };
}
