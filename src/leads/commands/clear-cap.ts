import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract/caps.ts';
import { capChanged } from '../events.ts';
import { deleteCap } from '../store/pool-settings.ts';

/** Takes a cap of its own away, so that the wider one stands again. */
export async function clearCap(
  { kind, refId }: Input<typeof contract.clearCap>,
  step: Step,
): Promise<Output<typeof contract.clearCap>> {
  const gone = await deleteCap(step, { kind, refId });
  if (gone)
    await announce(step, capChanged, {
      subject: gone.id,
      changes: { cap: [gone.cap, null] },
      data: { kind, refId, cap: null },
    });
  return { cleared: gone !== null };
}
