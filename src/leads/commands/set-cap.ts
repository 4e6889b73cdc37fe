import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import type * as contract from '../contract/caps.ts';
import { capChanged } from '../events.ts';
import { requireKnown, saveCap } from '../store/pool-settings.ts';

/** Sets how many leads a person, role or team may hold. Lowering it takes nothing away: it only lets no more in. */
export async function setCap(
  { kind, refId, cap }: Input<typeof contract.setCap>,
  step: Step,
): Promise<Output<typeof contract.setCap>> {
  await requireKnown(step, [{ kind, id: refId }], 'refId');
  const { id, version, before } = await saveCap(step, { id: newId(), kind, refId, cap });
  await announce(step, capChanged, {
    subject: id,
    changes: { cap: [before, cap] },
    data: { kind, refId, cap },
  });
  return { id, version };
}
