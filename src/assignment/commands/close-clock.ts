import type { Step } from '#kernel/command.ts';
import { stopWaiting } from '../store/hands.ts';
import { endTimers, stopAnswered } from '../store/timers.ts';

/** Ends the clock of a lead that nobody need respond to any more: a customer now, invalid, or in the bin. */
export async function closeClock(leadId: string, step: Step): Promise<void> {
  await stopAnswered(step, [leadId]);
  await endTimers(step, [leadId], 'closed');
  await stopWaiting(step, leadId);
}
