import { addDays, type Day, daysBetween } from '#kernel/values/day.ts';
import { type Decision, no, yes } from '#kernel/values/refusal.ts';

export interface ProtectionState {
  /** Other leads this owner has protected now. */
  readonly others: number;
  /** Whether this lead is protected now. */
  readonly active: boolean;
  /** How often this owner has protected it, this time not included. */
  readonly times: number;
  readonly atMost: number;
  readonly daysAtMost: number;
  readonly renewalsAtMost: number;
}

export type ProtectRefusal =
  | 'too_many_protected'
  | 'protected_too_long'
  | 'renewals_used_up'
  | 'protected_in_past';

/**
 * Decides whether a lead may be protected from being recycled, through a day. A person protects only a few, not for
 * ever, and one that has run out counts as a renewal: letting it lapse first wins nothing.
 */
export function decideProtection(
  state: ProtectionState,
  until: Day,
  today: Day,
): Decision<{ until: Day; renewals: number }, ProtectRefusal> {
  const { others, times, atMost, daysAtMost, renewalsAtMost } = state;
  if (until < today) return no('protected_in_past');
  if (daysBetween(today, until) > daysAtMost)
    return no('protected_too_long', { days: daysAtMost, latest: addDays(today, daysAtMost) });
  if (times > renewalsAtMost) return no('renewals_used_up', { renewals: renewalsAtMost });
  if (others >= atMost) return no('too_many_protected', { held: others, cap: atMost });
  return yes({ until, renewals: times });
}
