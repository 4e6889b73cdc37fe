import type { Step } from '#kernel/command.ts';
import type { Arrival, Placement } from '../model.ts';
import { placeImported } from '../rules/placing-imports.ts';
import { lockRooms } from './caps.ts';
import { loadImportPools } from './import-leads.ts';
import { askPlacer } from './placing.ts';

/** Where somebody wants a lead to go; neither owner nor pool: the assignment rules decide. */
export interface Wanted {
  readonly ownerId: string | null;
  readonly poolId: string | null;
  readonly arrival: Arrival;
}

export type Placed = Placement & { readonly atCap: boolean };

/**
 * Places many at once, in their order: with the owner wanted if he has room, else in the pool wanted, else as the
 * assignment rules say, else in the default pool. An owner who is full gets nothing, and the lead says so.
 */
export async function placeMany(wanted: readonly Wanted[], step: Step): Promise<Placed[]> {
  const open = wanted.flatMap((one, turn) => (one.ownerId || one.poolId ? [] : [turn]));
  const said = await askPlacer(
    open.flatMap((turn) => wanted[turn]?.arrival ?? []),
    step,
  );
  const decided: Placement[] = wanted.map(({ ownerId, poolId }) => ({
    ownerId,
    poolId,
    ruleId: null,
    why: null,
  }));
  open.forEach((turn, index) => {
    const place = said[index];
    if (place) decided[turn] = place;
  });
  const owners = decided.map(({ ownerId }) => ownerId);
  const rooms = await lockRooms(
    step,
    owners.filter((owner) => owner !== null),
  );
  const [fallback] = await loadImportPools(step);
  if (!fallback) throw new Error('every organisation has a default pool');
  return placeImported(owners, rooms).map(({ ownerId, atCap }, turn) => {
    const { poolId, ruleId, why } = decided[turn] ?? { poolId: null, ruleId: null, why: null };
    return { ownerId, poolId: ownerId ? null : (poolId ?? fallback.id), ruleId, why, atCap };
  });
}
