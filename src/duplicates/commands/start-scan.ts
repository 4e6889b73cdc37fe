import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import { enqueue, job } from '#kernel/jobs.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { insertScan, isScanning } from '../store/scans.ts';

/** What is put into the queue; the work itself is in scan-base.ts. */
const queued = job<{ scanId: string }>({
  name: 'duplicates.scan',
  retries: 0,
  seconds: 3_600,
  run: async () => undefined,
});

/** Has the whole base compared with itself in the background. */
export async function startScan(_input: unknown, step: Step): Promise<Output<typeof contract.startScan>> {
  if (await isScanning(step)) throw new Refusal('rule', 'running_already');
  const id = await insertScan(step, step.actor.id);
  await enqueue(step, queued, { scanId: id });
  return { id };
}

/** The same every night, unless one is under way. */
export async function startNightlyScan(step: Step): Promise<void> {
  if (await isScanning(step)) return;
  await enqueue(step, queued, { scanId: await insertScan(step, null) });
}
