import type { Step } from '#kernel/command.ts';
import { announceMany } from '#kernel/outbox.ts';
import { contractTransferred } from '../events.ts';
import { saveSuccessor } from '../store.ts';

/** A leaver's contracts go to the successor. */
export async function handOverContracts(
  { from, to }: { from: string; to: string },
  step: Step,
): Promise<void> {
  const moved = await saveSuccessor(step, from, to);
  await announceMany(
    step,
    contractTransferred,
    moved.map((subject) => ({
      subject,
      changes: { ownerId: [from, to] },
      data: { ownerId: to, previousOwnerId: from },
    })),
  );
}
