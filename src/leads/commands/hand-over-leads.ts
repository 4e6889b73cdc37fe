import type { Step } from '#kernel/command.ts';
import { announceMany } from '#kernel/outbox.ts';
import { leadAssigned } from '../events.ts';
import { isOpen } from '../rules/lead-states.ts';
import { lockHolder, lockLeadsOf } from '../store/leads.ts';
import { savePlace } from '../store/places.ts';
import { loadTargetPool } from '../store/pools.ts';

/** A leaver's open leads go to the successor, or to the default pool when there is none. The cap gives way once, on record. */
export async function handOverLeads(
  { from, to }: { from: string; to: string | null },
  step: Step,
): Promise<void> {
  await lockHolder(step, from);
  if (to) await lockHolder(step, to);
  const pool = to ? null : await loadTargetPool(step, null);
  const leads = await lockLeadsOf(step, from);
  const facts = [];
  for (const lead of leads) {
    const place = { ownerId: to, poolId: pool, cause: 'handedOver' } as const;
    const status = isOpen(lead.status) ? (to ? lead.status : 'unassigned') : lead.status;
    if (!to && !isOpen(lead.status)) continue;
    await savePlace(step, lead, place, status);
    facts.push({
      subject: lead.id,
      changes: { ownerId: [from, to], poolId: [null, pool] } as const,
      data: { ...place, previousOwnerId: from },
    });
  }
  await announceMany(step, leadAssigned, facts);
}
