import type { Step } from './command.ts';
import type { Tx } from './db.ts';

/** What a slice adds to the demo company. Runs in the order of the slices, in one transaction each. */
export interface Demo {
  /** `world` carries what upstream slices made, under their name. Deterministic: use `world.random`. */
  readonly seed: (world: DemoWorld) => Promise<void>;
  /** Reactions whose work on the demo's facts the seed has done itself. */
  readonly done?: readonly string[];
}

export interface DemoWorld {
  readonly tx: Tx;
  /** A step as the given demo user at a moment in the past; null: the system. */
  readonly as: (email: string | null, at: Date) => Step;
  readonly today: Date;
  /** Same numbers every time, 0 ≤ x < 1. */
  readonly random: () => number;
  readonly made: Map<string, unknown>;
}
