import { planNextContact } from '#activities/public.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/conversion.ts';
import { leadNurtured } from '../events.ts';
import { isOpen } from '../rules/lead-states.ts';
import { lockLead } from '../store/leads.ts';
import { nextTouch, saveNurture } from '../store/nurturing.ts';

/** Not ready yet: the lead stays with its owner, who touches it every so many days until something happens. */
export async function nurtureLead(
  { id, days, note }: Input<typeof contract.nurtureLead>,
  step: Step,
): Promise<Output<typeof contract.nurtureLead>> {
  const lead = await lockLead(step, id);
  if (lead.ownerId === null || !isOpen(lead.status)) throw new Refusal('rule', 'wrong_state');
  const version = await saveNurture(step, lead, { days, note: note ?? null });
  await planNextContact({ object: 'leads', id, dueAt: nextTouch(step, days).toISOString() }, step);
  await announce(step, leadNurtured, { subject: id, data: { days, note: note ?? null } });
  return { id, version };
}
