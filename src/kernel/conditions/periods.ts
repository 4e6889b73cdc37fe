import { addDays, type Day } from '#kernel/values/day.ts';
import { addPeriods, endOfPeriod, type PeriodUnit, startOfPeriod } from '#kernel/values/period.ts';
import type { RelativePeriod } from './tree.ts';

/** Days from `first` to `last`, both included; a side left out is open. */
export interface DaySpan {
  readonly first?: Day;
  readonly last?: Day;
}

const named: Readonly<Record<Exclude<RelativePeriod, 'past' | 'future'>, readonly [PeriodUnit, number]>> = {
  yesterday: ['day', -1],
  today: ['day', 0],
  tomorrow: ['day', 1],
  lastWeek: ['week', -1],
  thisWeek: ['week', 0],
  nextWeek: ['week', 1],
  lastMonth: ['month', -1],
  thisMonth: ['month', 0],
  nextMonth: ['month', 1],
  lastQuarter: ['quarter', -1],
  thisQuarter: ['quarter', 0],
  nextQuarter: ['quarter', 1],
  lastYear: ['year', -1],
  thisYear: ['year', 0],
};

/** The days a named period covers, seen from today. Weeks begin on Monday; today is neither past nor future. */
export function daysOfPeriod(period: RelativePeriod, today: Day): DaySpan {
  if (period === 'past') return { last: addDays(today, -1) };
  if (period === 'future') return { first: addDays(today, 1) };
  const [unit, shift] = named[period];
  const first = addPeriods(startOfPeriod(today, unit), unit, shift);
  return { first, last: endOfPeriod(first, unit) };
}

/**
 * Days that lie more than `count` days back. Whole calendar days are counted, and strictly:
 * what happened exactly seven days ago, at whatever hour, is not older than seven days.
 */
export function daysBefore(count: number, today: Day): DaySpan {
  return { last: addDays(today, -count - 1) };
}

/** The last `count` days, today included; days to come are not among them. */
export function latestDays(count: number, today: Day): DaySpan {
  return { first: addDays(today, 1 - count), last: today };
}
