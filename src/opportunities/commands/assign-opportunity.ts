import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { opportunityTransferred } from '../events.ts';
import { saveOwner } from '../store/moves.ts';
import { loadNewOwner, lockOpportunity } from '../store/opportunities.ts';

/** Gives a deal to a colleague, open or closed; stage, history and follow-ups stay as they are. */
export async function assignOpportunity(
  { id, ownerId }: Input<typeof contract.assignOpportunity>,
  step: Step,
): Promise<Output<typeof contract.assignOpportunity>> {
  await loadNewOwner(step, ownerId);
  const deal = await lockOpportunity(step, id);
  if (deal.ownerId === ownerId) throw new Refusal('rule', 'already_theirs');

  await announce(step, opportunityTransferred, {
    subject: id,
    about: [deal.accountId],
    changes: { ownerId: [deal.ownerId, ownerId] },
    data: { ownerId, previousOwnerId: deal.ownerId },
  });
  return { id, version: await saveOwner(step, deal, ownerId) };
}
