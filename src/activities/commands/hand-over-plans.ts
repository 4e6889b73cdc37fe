import type { Step } from '#kernel/command.ts';
import { savePlansOf } from '../store/plans.ts';

/** A leaver's list of next contacts goes to the successor, so that nobody is forgotten. */
export async function handOverPlans({ from, to }: { from: string; to: string }, step: Step): Promise<void> {
  await savePlansOf(step, from, to);
}
