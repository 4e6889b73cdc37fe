import type { Step } from '#kernel/command.ts';
import { announceMany } from '#kernel/outbox.ts';
import { leadRecycled } from '../events.ts';
import { type DueLead, lockDueLeads, saveRecycled } from '../store/recycling.ts';

/** Locks what is still due of these leads, for the caller to look at once more before it moves them. */
export function lockLeadsDue(
  { leads, night }: { leads: readonly { readonly id: string; readonly ownerId: string }[]; night: string },
  step: Step,
): Promise<DueLead[]> {
  return lockDueLeads(step, leads, night);
}

interface Recycling extends DueLead {
  readonly why: { readonly zh: string; readonly en: string };
}

/** Puts locked leads back into their pools, all in a few statements, and tells of each. */
export async function recycleLeads(leads: readonly Recycling[], step: Step): Promise<void> {
  await saveRecycled(
    step,
    leads.map(({ why, ...lead }) => ({ ...lead, note: why.zh })),
  );
  await announceMany(
    step,
    leadRecycled,
    leads.map(({ id, ownerId, poolId, status, ruleId, dueOn, why }) => ({
      subject: id,
      changes: { ownerId: [ownerId, null], poolId: [null, poolId], status: [status, 'unassigned'] },
      data: {
        ...{ ownerId: null, poolId, cause: 'recycled', reason: 'recycled' },
        ...{ previousOwnerId: ownerId, ruleId, dueOn, why },
      },
    })),
  );
}
