import type { Step } from '#kernel/command.ts';
import { keptDays } from '../model.ts';
import { purgeKeptAside } from '../store/submissions.ts';

/** What was kept aside for 90 days goes for good; nobody asked for it. Answers how many went. */
export async function sweepSubmissions(step: Step): Promise<number> {
  return purgeKeptAside(step, keptDays);
}
