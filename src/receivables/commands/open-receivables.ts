import type { Step } from '#kernel/command.ts';
import { announceMany } from '#kernel/outbox.ts';
import { receivableOpened } from '../events.ts';
import { openFromPlan } from '../store.ts';

/** Turns the plan of a contract that has become active into receivables; a second call finds them and does nothing. */
export async function openReceivables({ contractId }: { contractId: string }, step: Step): Promise<void> {
  const opened = await openFromPlan(step, contractId);
  await announceMany(
    step,
    receivableOpened,
    opened.map(({ id, ...line }) => ({
      subject: id,
      about: [contractId, line.accountId],
      data: { contractId, ...line },
    })),
  );
}
