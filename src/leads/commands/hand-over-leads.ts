import type { Step } from '#kernel/command.ts';
import { announceMany } from '#kernel/outbox.ts';
import { leadAssigned } from '../events.ts';
import { shareLeft } from '../rules/holding.ts';
import { isOpen } from '../rules/lead-states.ts';
import { lockRooms } from '../store/caps.ts';
import { lockLeadsOf } from '../store/leads.ts';
import { savePlace } from '../store/places.ts';
import { loadTargetPool } from '../store/pools.ts';

/**
 * A leaver's leads go to the successor as far as his cap allows, those in hand first; the other open ones, and all when
 * there is no successor, go to the default pool.
 */
export async function handOverLeads(
  { from, to }: { from: string; to: string | null },
  step: Step,
): Promise<void> {
  const rooms = await lockRooms(step, to ? [from, to] : [from]);
  const pool = await loadTargetPool(step, null);
  const leads = await lockLeadsOf(step, from);
  const kept = shareLeft(leads, (to && rooms.get(to)) || { held: 0, cap: 0 });
  const facts = [];
  for (const lead of leads) {
    const open = isOpen(lead.status);
    const ownerId = to && (!open || kept.has(lead.id)) ? to : null;
    if (!ownerId && !open) continue;
    const place = { ownerId, poolId: ownerId ? null : pool, cause: 'handedOver' } as const;
    await savePlace(step, lead, place, ownerId ? lead.status : 'unassigned');
    facts.push({
      subject: lead.id,
      changes: { ownerId: [from, ownerId], poolId: [null, place.poolId] } as const,
      data: { ...place, previousOwnerId: from },
    });
  }
  await announceMany(step, leadAssigned, facts);
}
