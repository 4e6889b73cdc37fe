/** An instant is a JS `Date`; on the wire it is ISO text with an offset. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY_LENGTH = 24 * HOUR;

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads ISO text that names its offset; null for anything else, because a time without one is a guess. */
export function readInstant(text: unknown): Date | null {
  if (typeof text !== 'string' || !ISO.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** The moment so many minutes later; negative ones go back. */
export function addMinutes(instant: Date, count: number): Date {
  return new Date(instant.getTime() + count * MINUTE);
}

/** The moment so many hours later; negative ones go back. */
export function addHours(instant: Date, count: number): Date {
  return new Date(instant.getTime() + count * HOUR);
}

/** Exactly so many times 24 hours later; for calendar days use `addDays` on a day. */
export function addDayLengths(instant: Date, count: number): Date {
  return new Date(instant.getTime() + count * DAY_LENGTH);
}

/** Whole seconds from one instant to another; negative when `to` is earlier. */
export function secondsBetween(from: Date, to: Date): number {
  return Math.trunc((to.getTime() - from.getTime()) / SECOND);
}

/** Whether one moment comes before another; the same moment does not. */
export function isBefore(a: Date, b: Date): boolean {
  return a.getTime() < b.getTime();
}

/** The later of two moments. */
export function laterOf(a: Date, b: Date): Date {
  return a.getTime() >= b.getTime() ? a : b;
}

/** The earlier of two moments. */
export function earlierOf(a: Date, b: Date): Date {
  return a.getTime() <= b.getTime() ? a : b;
}
