import { type Day, daysBetween } from '#kernel/values/day.ts';
import type { AgeingBucket } from '../model.ts';

/** The last day of each bucket; the boundary day belongs to the lower one: day 30 is in 1–30. */
const ends: readonly (readonly [AgeingBucket, number])[] = [
  ['notDue', 0],
  ['d30', 30],
  ['d60', 60],
  ['d90', 90],
  ['d180', 180],
  ['d365', 365],
];

/** In which bucket of the ageing a line with this due day lies; due today is not overdue. */
export function bucketOf(dueOn: Day, asOf: Day): AgeingBucket {
  const late = daysBetween(dueOn, asOf);
  return ends.find(([, end]) => late <= end)?.[0] ?? 'older';
}
