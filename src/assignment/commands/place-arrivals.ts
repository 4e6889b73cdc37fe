import type { Step } from '#kernel/command.ts';
import type { Arrival, Placement } from '#leads/model.ts';
import { registerPlacer } from '#leads/public.ts';
import { dealLeads, loadCooling } from '../store/desk.ts';

/**
 * Finds a place for every lead that comes in without owner and pool, whichever way: blacklist, existing owner, rules,
 * pool. Runs in the transaction that saves the leads, and takes a whole batch of a file at once.
 */
export async function placeArrivals(arrivals: readonly Arrival[], step: Step): Promise<Placement[]> {
  if (arrivals.length === 0) return [];
  const known = arrivals.flatMap((arrival) => arrival.leadId ?? []);
  const cooling = known.length > 0 ? await loadCooling(step, known) : new Map<string, Map<string, Date>>();
  const { placements } = await dealLeads(
    step,
    arrivals.map(({ leadId, values, method, channel }) => ({
      values: {
        capturedAt: step.now,
        createdAt: step.now,
        channel,
        ...values,
        ...(leadId ? { id: leadId } : {}),
      },
      method,
      ...(leadId && cooling.has(leadId) ? { cooling: cooling.get(leadId) } : {}),
    })),
  );
  return placements.map(({ ownerId, poolId, ruleId, why }) => ({ ownerId, poolId, ruleId, why }));
}

// Leads cannot call what comes after them: whoever loads assignment has its rules asked.
registerPlacer(placeArrivals);
