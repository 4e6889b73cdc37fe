import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { opportunityDeleted } from '../events.ts';
import { saveDeleted } from '../store/moves.ts';
import { lockOpportunity } from '../store/opportunities.ts';

/** Moves a deal to the bin, where it counts in no sum. */
export async function deleteOpportunity(
  { id }: Input<typeof contract.deleteOpportunity>,
  step: Step,
): Promise<Output<typeof contract.deleteOpportunity>> {
  const deal = await lockOpportunity(step, id);
  await announce(step, opportunityDeleted, { subject: id, about: [deal.accountId], data: {} });
  return { id, version: await saveDeleted(step, deal, step.now) };
}
