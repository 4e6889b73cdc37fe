import { systemStep } from '#identity/public.ts';
import { unasked } from '#kernel/system-step.ts';
import type { Visit } from '#kernel/visit.ts';
import { findAddress } from '../store/addresses.ts';
import { findForm } from '../store/forms.ts';

/** Which pages may show the form in a frame, as its page tells browsers; null when there is no such form. */
export async function framesOf(address: string, visit: Visit): Promise<readonly string[] | null> {
  const found = await visit.transaction(null, (tx) => findAddress(tx, address));
  if (found?.kind !== 'form') return null;
  return visit.transaction(found.orgId, async (tx, now) => {
    const step = await systemStep(found.orgId, tx, now, unasked);
    return (await findForm(step, found.targetId))?.origins ?? null;
  });
}
