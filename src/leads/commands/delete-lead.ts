import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { leadDeleted } from '../events.ts';
import { isOpen } from '../rules/lead-states.ts';
import { lockHeldLead, saveStatus } from '../store/leads.ts';
import { addHeld } from '../store/places.ts';

/** Moves a lead to the bin, from where it can be restored. It keeps its place but counts for nobody. */
export async function deleteLead(
  { id }: Input<typeof contract.deleteLead>,
  step: Step,
): Promise<Output<typeof contract.deleteLead>> {
  const lead = await lockHeldLead(step, id);
  if (lead.status === 'converted') throw new Refusal('rule', 'wrong_state');

  const version = await saveStatus(step, lead, lead.status, { deleted_at: step.now });
  if (lead.ownerId && isOpen(lead.status)) await addHeld(step, lead.ownerId, -1);
  await announce(step, leadDeleted, { subject: id, data: {} });
  return { id, version };
}
