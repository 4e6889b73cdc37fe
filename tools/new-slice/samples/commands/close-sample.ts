import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { sampleClosed } from '../events.ts';
import { decideClose } from '../rules/closing.ts';
import { lockSample, saveStatus } from '../store.ts';

/** Closes a sample for good. Of two people who press at once, one closes it and the other reads that it is closed. */
export async function closeSample(
  { id }: Input<typeof contract.closeSample>,
  step: Step,
): Promise<Output<typeof contract.closeSample>> {
  const sample = await lockSample(step, id);
  const status = orRefuse(decideClose(sample.status));

  const version = await saveStatus(step, sample, status);
  await announce(step, sampleClosed, {
    subject: id,
    changes: { status: [sample.status, status] },
    data: { ownerId: sample.ownerId },
  });
  return { id, version };
}
