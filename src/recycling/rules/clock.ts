import { addDays, type Day, dayOf, daysBetween } from '#kernel/values/day.ts';
import type { Trigger } from '../model.ts';

export interface ClockFacts {
  readonly trigger: Trigger;
  readonly days: number;
  readonly ownerSince: Date;
  readonly lastEffectiveAt: Date | null;
  /** After a pause: the day before which it stays. */
  readonly notBefore: Day | null;
  readonly zone: string;
}

/**
 * The day from which a lead's time counts: the later of the day it became its owner's and the last effective
 * follow-up. One never followed counts from its owner; for "not converted" follow-ups do not matter.
 */
export function clockBase(facts: Omit<ClockFacts, 'days' | 'notBefore'>): {
  from: 'followed' | 'owned';
  day: Day;
} {
  const { trigger, ownerSince, lastEffectiveAt, zone } = facts;
  const followed = trigger === 'notFollowed' && lastEffectiveAt !== null && lastEffectiveAt > ownerSince;
  return {
    from: followed ? 'followed' : 'owned',
    day: dayOf(followed ? lastEffectiveAt : ownerSince, zone),
  };
}

/**
 * The day at whose 00:00 a lead goes back: strictly more than N days after its base, in calendar days of the
 * organisation's zone. Base 30 June and 90 days: private through 28 September, gone on the 29th.
 */
export function dueOn(facts: ClockFacts): Day {
  return laterDay(dueAfter(clockBase(facts).day, facts.days), facts.notBefore);
}

/** The first day on which more than N days have passed since another. */
export function dueAfter(base: Day, days: number): Day {
  return addDays(base, days + 1);
}

function laterDay(one: Day, other: Day | null): Day {
  return other !== null && other > one ? other : one;
}

/** The day at whose 00:00 a lead goes: an overdue one that waits for its turn goes with the coming midnight. */
export function goesOn(due: Day, today: Day): Day {
  return laterDay(due, addDays(today, 1));
}

/** Whether a lead goes tonight: its day has come. */
export function isDue(due: Day | null, today: Day): boolean {
  return due !== null && due <= today;
}

/** Whole days until it goes; never negative, however late the night is that takes it. */
export function daysLeft(due: Day, today: Day): number {
  return Math.max(0, daysBetween(today, due));
}

/**
 * The day before which a lead stays after recycling was off: it has again what was left when the clock stopped. Who got
 * it or followed it up meanwhile has the whole period before him.
 */
export function resumeOn(pause: {
  readonly pausedOn: Day;
  readonly resumedOn: Day;
  readonly baseDay: Day;
  readonly days: number;
  readonly left: number | null;
}): Day {
  const { pausedOn, resumedOn, baseDay, days, left } = pause;
  const whole = left === null || baseDay > pausedOn;
  return addDays(resumedOn, whole ? days + 1 : left);
}
