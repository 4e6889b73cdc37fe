import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/conversion.ts';
import { leadWoken } from '../events.ts';
import { lockLead } from '../store/leads.ts';
import { saveNurture } from '../store/nurturing.ts';

/** Takes a lead off the nurture list by hand; its next date stays as it is. */
export async function endNurture(
  { id }: Input<typeof contract.endNurture>,
  step: Step,
): Promise<Output<typeof contract.endNurture>> {
  const lead = await lockLead(step, id);
  if (!lead.nurtureSince) throw new Refusal('rule', 'not_nurtured');
  const version = await saveNurture(step, lead, null);
  await announce(step, leadWoken, { subject: id, data: { because: 'ended' } });
  return { id, version };
}
