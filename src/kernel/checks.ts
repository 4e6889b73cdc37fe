import type { RawBuilder } from 'kysely';

/** One invariant of live data: the query returns the rows that break it (none, if all is well). */
export interface Check {
  /** As numbered in the specification: `P1`, `M2`. */
  readonly id: string;
  readonly says: string;
  readonly offenders: RawBuilder<{ id: string; why: string }>;
}
