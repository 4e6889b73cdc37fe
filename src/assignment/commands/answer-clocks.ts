import type { Step } from '#kernel/command.ts';
import { stopAnswered } from '../store/timers.ts';

/** Stops the clocks of leads whose owner has been heard of. */
export async function answerClocks(leadIds: readonly string[], step: Step): Promise<void> {
  await stopAnswered(step, [...new Set(leadIds)]);
}
