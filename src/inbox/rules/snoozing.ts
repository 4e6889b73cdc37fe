import { DAY_LENGTH } from '#kernel/values/instant.ts';
import { type Decision, no, yes } from '#kernel/values/refusal.ts';

const daysAtMost = 90;

/** Decides whether news may be put off until a moment: one to come, and not so far that it is forgotten. */
export function decideSnooze(until: Date, now: Date): Decision<Date, 'snooze_in_past' | 'snooze_too_far'> {
  if (until <= now) return no('snooze_in_past');
  if (until.getTime() - now.getTime() > daysAtMost * DAY_LENGTH)
    return no('snooze_too_far', { days: daysAtMost });
  return yes(until);
}
