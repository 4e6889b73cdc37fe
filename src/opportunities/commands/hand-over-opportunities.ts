import type { Step } from '#kernel/command.ts';
import { announceMany } from '#kernel/outbox.ts';
import { opportunityTransferred } from '../events.ts';
import { saveOwner } from '../store/moves.ts';
import { lockOpenOf } from '../store/opportunities.ts';

/** Open deals go to somebody else: all of a leaver's, or those with one customer. Closed ones stay with who closed them. */
export async function handOverOpportunities(
  { from, to, accountId }: { from: string; to: string; accountId: string | null },
  step: Step,
): Promise<void> {
  const deals = await lockOpenOf(step, { ownerId: from, accountId });
  for (const deal of deals) await saveOwner(step, deal, to);
  await announceMany(
    step,
    opportunityTransferred,
    deals.map((deal) => ({
      subject: deal.id,
      about: [deal.accountId],
      changes: { ownerId: [from, to] },
      data: { ownerId: to, previousOwnerId: from },
    })),
  );
}
