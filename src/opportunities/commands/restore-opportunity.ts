import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { opportunityRestored } from '../events.ts';
import { saveDeleted } from '../store/moves.ts';
import { lockDeletedOpportunity } from '../store/opportunities.ts';

/** Takes a deal out of the bin into the stage where it was; it counts again. */
export async function restoreOpportunity(
  { id }: Input<typeof contract.restoreOpportunity>,
  step: Step,
): Promise<Output<typeof contract.restoreOpportunity>> {
  const deal = await lockDeletedOpportunity(step, id);
  await announce(step, opportunityRestored, { subject: id, about: [deal.accountId], data: {} });
  return { id, version: await saveDeleted(step, deal, null) };
}
