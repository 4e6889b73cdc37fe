import { systemStep } from '#identity/public.ts';
import type { Step } from '#kernel/command.ts';
import { unasked } from '#kernel/system-step.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import { type Address, findAddress } from '../store/addresses.ts';

const knownAtMost = 5_000;
const known = new Map<string, Address>();

/** Whose form this is. An address never changes hands, so it is asked for once. */
async function addressed(address: string, visit: Visit, kind: Address['kind']): Promise<Address> {
  const before = known.get(address);
  const found = before ?? (await visit.transaction(null, (tx) => findAddress(tx, address)));
  if (!found || found.kind !== kind) throw notFound();
  if (known.size > knownAtMost) known.clear();
  known.set(address, found);
  return found;
}

/** Runs work for a visitor inside the organisation that an address belongs to; 404 for an address that is none. */
export async function atAddress<T>(
  address: string,
  kind: Address['kind'],
  visit: Visit,
  work: (step: Step, targetId: string) => Promise<T>,
): Promise<T> {
  const { orgId, targetId } = await addressed(address, visit, kind);
  return visit.transaction(orgId, async (tx, now) => {
    const because = { ...unasked, requestId: visit.requestId };
    return work(await systemStep(orgId, tx, now, because), targetId);
  });
}
