import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { leadInvalidated } from '../events.ts';
import { decideMove } from '../rules/lead-states.ts';
import { lockLead, saveStatus } from '../store/leads.ts';

/** Marks a lead as no use, with the reason; it leaves the private pool's count and keeps its history. */
export async function invalidateLead(
  { id, reason, note }: Input<typeof contract.invalidateLead>,
  step: Step,
): Promise<Output<typeof contract.invalidateLead>> {
  const lead = await lockLead(step, id);
  orRefuse(decideMove(lead.status, 'invalid'));

  const version = await saveStatus(step, lead, 'invalid', { invalid_reason: reason });
  await announce(step, leadInvalidated, {
    subject: id,
    changes: { status: [lead.status, 'invalid'], invalidReason: [lead.invalidReason ?? null, reason] },
    data: { reason, note: note ?? null },
  });
  return { id, version };
}
