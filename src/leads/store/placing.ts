import type { Step } from '#kernel/command.ts';
import type { Arrival, Placement } from '../model.ts';

/** Decides for arrivals, in their order, whose they are; a downstream slice knows the rules. */
export type Placer = (arrivals: readonly Arrival[], step: Step) => Promise<readonly Placement[]>;

const nobody: Placement = { ownerId: null, poolId: null, ruleId: null, why: null };
let placer: Placer | null = null;

export function keepPlacer(next: Placer): void {
  placer = next;
}

/** Asks whose these leads are; nobody's, as long as nobody decides. */
export async function askPlacer(arrivals: readonly Arrival[], step: Step): Promise<readonly Placement[]> {
  if (arrivals.length === 0) return [];
  const said = placer ? await placer(arrivals, step) : [];
  return arrivals.map((_, turn) => said[turn] ?? nobody);
}
