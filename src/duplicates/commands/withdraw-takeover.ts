import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { takeoverDecided } from '../events.ts';
import { lockTakeover, saveAnswer } from '../store/takeovers.ts';

/** Takes one's own request back. */
export async function withdrawTakeover(
  { id }: Input<typeof contract.withdrawTakeover>,
  step: Step,
): Promise<Output<typeof contract.withdrawTakeover>> {
  const request = await lockTakeover(step, id);
  if (request.requesterId !== step.actor.id) throw new Refusal('forbidden', 'forbidden');
  if (request.status !== 'open') throw new Refusal('rule', 'not_open');
  const version = await saveAnswer(step, request, 'withdrawn', null);
  await announce(step, takeoverDecided, {
    subject: id,
    about: [request.leadId],
    data: { takeoverId: id, leadId: request.leadId, verdict: 'withdrawn', note: null },
  });
  return { id, version };
}
