import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import type * as contract from '../contract.ts';
import { loadScans, type Scan } from '../store/scans.ts';

/** How the last scan fares, and as of when the groups on screen are. */
export async function getScan(_input: unknown, step: Step): Promise<Output<typeof contract.getScan>> {
  const { last, done } = await loadScans(step);
  return { last: last && told(last), done: done && told(done) };
}

function told({ askedAt, asOf, endedAt, ...scan }: Scan) {
  return {
    ...scan,
    askedAt: askedAt.toISOString(),
    asOf: asOf?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  };
}
