import type { Step } from '#kernel/command.ts';
import { announceMany } from '#kernel/outbox.ts';
import { accountTransferred } from '../events.ts';
import { saveSuccessor } from '../store/accounts.ts';

/** A leaver's accounts and contacts go to the successor. His deals are handed over by their own slice. */
export async function handOverAccounts(
  { from, to }: { from: string; to: string },
  step: Step,
): Promise<void> {
  const moved = await saveSuccessor(step, from, to);
  await announceMany(
    step,
    accountTransferred,
    moved.map((subject) => ({
      subject,
      changes: { ownerId: [from, to] },
      data: { ownerId: to, previousOwnerId: from, opportunities: false },
    })),
  );
}
