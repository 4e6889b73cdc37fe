import type { Step } from '#kernel/command.ts';
import { saveDefaultStages } from '../store/opportunities.ts';

/** Gives a new organisation the standard pipeline. */
export async function startPipeline(_fact: unknown, step: Step): Promise<void> {
  await saveDefaultStages(step);
}
