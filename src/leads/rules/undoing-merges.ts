import type { Lead } from '../model.ts';
import { isOpen } from './lead-states.ts';

interface Return {
  readonly winner: Lead & Readonly<Record<string, unknown>>;
  readonly losers: readonly Lead[];
  readonly placeBefore: { readonly ownerId: string | null; readonly poolId: string | null };
  readonly changed: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
}

const alike = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/**
 * What taking a merge back means: the values the winner gets back (only those nobody changed since), the state it has
 * at its former place, and how many leads more each person will hold.
 */
export function decideReturn({ winner, losers, placeBefore, changed }: Return): {
  readonly values: Record<string, unknown>;
  readonly status: Lead['status'];
  readonly more: Map<string, number>;
} {
  const values: Record<string, unknown> = {};
  const custom: Record<string, unknown> = {};
  const present = (winner.custom ?? {}) as Record<string, unknown>;
  for (const [key, [before, after]] of Object.entries(changed)) {
    const own = key.startsWith('custom.') ? key.slice('custom.'.length) : null;
    if (!alike(own ? present[own] : winner[key], after)) continue;
    if (own) custom[own] = before;
    else values[key] = before;
  }
  if (Object.keys(custom).length > 0) values.custom = custom;
  const more = new Map<string, number>();
  const count = (userId: string | null, status: Lead['status'], by: number) => {
    if (userId && isOpen(status)) more.set(userId, (more.get(userId) ?? 0) + by);
  };
  for (const loser of losers) count(loser.ownerId, loser.status, 1);
  const status = statusAt(placeBefore, winner.status);
  if (placeBefore.ownerId !== winner.ownerId) {
    count(winner.ownerId, winner.status, -1);
    count(placeBefore.ownerId, status, 1);
  }
  return { values, status, more };
}

function statusAt(place: Return['placeBefore'], status: Lead['status']): Lead['status'] {
  if (place.ownerId === null) return isOpen(status) ? 'unassigned' : status;
  return status === 'unassigned' ? 'pending' : status;
}
