/** A calendar day without a time or zone: `2026-11-17`. Compares and sorts as text. */
export type Day = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MILLIS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether a text is an existing day, `2026-02-30` is not. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !DAY.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function utcOf(day: Day): number {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError(`not a day: ${day}`);
  return at;
}

function dayOfUtc(at: number): Day {
  return new Date(at).toISOString().slice(0, 10);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** What the wall clock of a zone shows, as if it were UTC: the base of every zone calculation here. */
function wallClock(at: number, zone: string): number {
  const read: Record<string, number> = {};
  for (const part of formatOf(zone).formatToParts(at)) read[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Whether a text names a time zone this machine knows. */
export function isZone(text: string): boolean {
  try {
    return formatOf(text) !== undefined;
  } catch {
    return false;
  }
}

/** Which calendar day an instant falls on for people in that zone. */
export function dayOf(instant: Date, zone: string): Day {
  return dayOfUtc(wallClock(instant.getTime(), zone));
}

/** The wall-clock time `13:44` of an instant in a zone. */
export function timeOf(instant: Date, zone: string): string {
  return new Date(wallClock(instant.getTime(), zone)).toISOString().slice(11, 16);
}

/** The first instant of a day in a zone; where clocks jump over midnight that is not 00:00. */
export function startOfDay(day: Day, zone: string): Date {
  return atTime(day, '00:00', zone);
}

/**
 * The instant at which a zone's clock shows a day and time (`09:30`). A time skipped by daylight
 * saving gives the first instant after the gap, a time that happens twice gives the earlier one.
 */
export function atTime(day: Day, time: string, zone: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const wanted = utcOf(day) + hour * 3_600_000 + minute * 60_000;
  // Offsets in force a day before and after: the answer is one of the two, unless in a gap.
  const early = wanted - (wallClock(wanted - DAY_MILLIS, zone) - (wanted - DAY_MILLIS));
  const late = wanted - (wallClock(wanted + DAY_MILLIS, zone) - (wanted + DAY_MILLIS));
  const found = [early, late]
    .sort((a, b) => a - b)
    .find((candidate) => wallClock(candidate, zone) === wanted);
  return new Date(found ?? firstAfterGap(wanted, Math.min(early, late), Math.max(early, late), zone));
}

function firstAfterGap(wanted: number, before: number, after: number, zone: string): number {
  let low = before;
  let high = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (wallClock(middle, zone) >= wanted) high = middle;
    else low = middle;
  }
  return high;
}

/** The day so many days later (or earlier, when negative). */
export function addDays(day: Day, count: number): Day {
  return dayOfUtc(utcOf(day) + count * DAY_MILLIS);
}

/** How many days lie from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY_MILLIS);
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return new Date(utcOf(day)).getUTCDay() || 7;
}
