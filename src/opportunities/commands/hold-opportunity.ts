import type { Step } from '#kernel/command.ts';
import type { Opportunity } from '../model.ts';
import { holdVisibleOpportunity } from '../store/opportunities.ts';

/** A deal that something is about to be made of: 404 unless the actor sees it, unchanged until the step ends. */
export async function holdOpportunity(id: string, step: Step): Promise<Opportunity> {
  return holdVisibleOpportunity(step, id);
}
