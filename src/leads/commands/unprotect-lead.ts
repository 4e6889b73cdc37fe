import { may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/protection.ts';
import { leadUnprotected } from '../events.ts';
import { lockLead } from '../store/leads.ts';
import { saveProtection } from '../store/recycling.ts';

/** Ends a protection before its day; how often it was given is remembered. */
export async function unprotectLead(
  { id }: Input<typeof contract.unprotectLead>,
  step: Step,
): Promise<Output<typeof contract.unprotectLead>> {
  const lead = await lockLead(step, id);
  const { ownerId } = lead;
  if (ownerId === null) throw new Refusal('rule', 'not_owned');
  if (ownerId !== step.actor.id && !may(step.actor, 'leads.assign'))
    throw new Refusal('forbidden', 'forbidden');
  const version = await saveProtection(step, { leadId: id, ownerId, until: null });
  await announce(step, leadUnprotected, { subject: id, data: { ownerId } });
  return { id, version };
}
