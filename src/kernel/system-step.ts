import type { Step } from './command.ts';
import type { Tx } from './db.ts';

/** For whom the server works: the person whose deed led to it, if there was one. */
export interface Because {
  readonly actorId: string | null;
  readonly requestId: string | null;
}

/**
 * Builds the step of work that nobody is waiting for: reactions and jobs. The app passes in identity's
 * system actor, which sees and may do everything inside the one organisation.
 */
export type SystemStep = (orgId: string, tx: Tx, now: Date, because: Because) => Step | Promise<Step>;

/** Work that nobody in particular asked for. */
export const unasked: Because = { actorId: null, requestId: null };
