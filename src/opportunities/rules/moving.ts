import { type Day, dayOf, daysBetween } from '#kernel/values/day.ts';
import { monthOf } from '#kernel/values/period.ts';
import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { MoveDirection, Stage } from '../model.ts';

export interface StageMove {
  readonly to: Stage;
  readonly direction: MoveDirection;
  readonly skipped: number;
}

export type MoveRefusal = 'already_there' | 'closed' | 'not_closed' | 'reason_required';

/**
 * Decides whether an open deal may go to another open stage. Forward it may skip stages, which is written down;
 * backward it needs a reason. Ends are reached by winning, losing or calling it invalid, not by moving.
 */
export function decideMove(from: Stage, to: Stage, reason: string | null): Decision<StageMove, MoveRefusal> {
  if (from.kind !== 'open') return no('closed');
  if (from.key === to.key) return no('already_there');
  if (to.position > from.position)
    return yes({ to, direction: 'forward', skipped: to.position - from.position - 1 });
  return reason ? yes({ to, direction: 'backward', skipped: 0 }) : no('reason_required');
}

/** Decides whether a deal may be closed as won, lost or invalid: only an open one, and from any stage. */
export function decideClose(from: Stage, end: Stage): Decision<StageMove, MoveRefusal> {
  if (from.kind !== 'open') return no('closed');
  if (end.kind === 'open') return no('not_closed');
  return yes({ to: end, direction: end.kind, skipped: 0 });
}

/** Decides whether a closed deal may come back to an open stage; why is always asked. */
export function decideReopen(from: Stage, to: Stage, reason: string): Decision<StageMove, MoveRefusal> {
  if (from.kind === 'open' || to.kind !== 'open') return no('not_closed');
  return reason.trim() ? yes({ to, direction: 'reopened', skipped: 0 }) : no('reason_required');
}

/** Calendar days a deal has been in its stage, as people at the organisation count them. */
export function daysInStage(since: Date, now: Date, zone: string): number {
  return Math.max(0, daysBetween(dayOf(since, zone), dayOf(now, zone)));
}

/** A deal slips when its expected close moves to a later month; moved within a month it does not. */
export function isPostponed(before: Day | null, after: Day | null): boolean {
  return before !== null && after !== null && monthOf(after) > monthOf(before);
}
