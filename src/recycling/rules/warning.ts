import { addDays, type Day } from '#kernel/values/day.ts';

/**
 * The days on which a lead that is due is to be in today's digest: it has come to one of the thresholds since the last
 * digest. A day on which no server ran is made up for; one that is due already is news no more.
 */
export function warnedDueDays(
  today: Day,
  lastDigest: Day | null,
  thresholds: readonly number[],
): readonly { readonly after: Day; readonly until: Day; readonly threshold: number }[] {
  const since = lastDigest !== null && lastDigest < today ? lastDigest : addDays(today, -1);
  return [...thresholds]
    .sort((one, other) => one - other)
    .map((threshold) => ({
      // Never those of today and before: they have gone.
      after: later(addDays(since, threshold), today),
      until: addDays(today, threshold),
      threshold,
    }));
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}
