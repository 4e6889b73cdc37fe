import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, type Day, daysBetween, weekday } from './day.ts';

/** `CN`: state holidays and the working weekends that make up for them. `weekends`: Monday to Friday only. */
export type WorkCalendar = 'CN' | 'weekends';

// Only the data of chinese-days is used: its functions read days in the machine's zone and are a day off west of Greenwich.
const holidays: Readonly<Record<Day, string>> = published.holidays;
const workingWeekends: Readonly<Record<Day, string>> = published.workdays;
const lastPublishedYear = Object.keys(holidays).sort().at(-1)?.slice(0, 4) ?? '';

/** Spring Festival, Dragon Boat and Mid-Autumn of the years ahead: the calendars of browsers are a day off in some. */
const lunarDays = new Map(
  [
    '2027 02-06 06-09 09-15',
    '2028 01-26 05-28 10-03',
    '2029 02-13 06-16 09-22',
    '2030 02-03 06-05 09-12',
    '2031 01-23 06-24 10-01',
    '2032 02-11 06-12 09-19',
    '2033 01-31 06-01 09-08',
    '2034 02-19 06-20 09-27',
    '2035 02-08 06-10 09-16',
    '2036 01-28 05-30 10-04',
    '2037 02-15 06-18 09-24',
    '2038 02-04 06-07 09-13',
    '2039 01-24 05-27 10-02',
    '2040 02-12 06-14 09-20',
    '2041 02-01 06-03 09-10',
    '2042 01-22 06-22 09-28',
    '2043 02-10 06-11 09-17',
    '2044 01-30 05-31 10-05',
    '2045 02-17 06-19 09-25',
    '2046 02-06 06-08 09-15',
  ].map((line) => [line.slice(0, 4), line.slice(5).split(' ')]),
);
const byLaw = new Map<string, ReadonlySet<Day>>();

/** Qingming by the common formula, right for 2001 to 2099. */
function qingming(year: string): Day {
  const short = Number(year) % 100;
  return `${year}-04-${String(Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)).padStart(2, '0')}`;
}

/**
 * Days off by law in a year whose exchange of weekends is not published yet: New Year, Spring Festival
 * (eve to third day), Qingming, Labour Day, Dragon Boat, Mid-Autumn, National Day.
 */
function holidaysByLaw(year: string): ReadonlySet<Day> {
  let days = byLaw.get(year);
  if (!days) {
    const [spring, dragonBoat, midAutumn] = (lunarDays.get(year) ?? []).map((date) => `${year}-${date}`);
    days = new Set([
      `${year}-01-01`,
      ...(spring ? [-1, 0, 1, 2].map((offset) => addDays(spring, offset)) : []),
      qingming(year),
      `${year}-05-01`,
      `${year}-05-02`,
      ...[dragonBoat, midAutumn].filter((day) => day !== undefined),
      ...['01', '02', '03'].map((day) => `${year}-10-${day}`),
    ]);
    byLaw.set(year, days);
  }
  return days;
}

/** Whether people work on that day. */
export function isWorkday(day: Day, calendar: WorkCalendar = 'CN'): boolean {
  const weekend = weekday(day) > 5;
  if (calendar === 'weekends') return !weekend;
  const year = day.slice(0, 4);
  if (year > lastPublishedYear) return !weekend && !holidaysByLaw(year).has(day);
  return day in workingWeekends || !(weekend || day in holidays);
}

/** The day so many working days later (or earlier); 0 gives the day itself, or the next one that is worked on. */
export function addWorkdays(day: Day, count: number, calendar: WorkCalendar = 'CN'): Day {
  const step = count < 0 ? -1 : 1;
  let at = day;
  if (count === 0) while (!isWorkday(at, calendar)) at = addDays(at, 1);
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    if (isWorkday(at, calendar)) left -= 1;
  }
  return at;
}

/** How many working days lie after `from` up to and including `to`; 0 when `to` is not later. */
export function workdaysBetween(from: Day, to: Day, calendar: WorkCalendar = 'CN'): number {
  let count = 0;
  for (let ahead = daysBetween(from, to); ahead > 0; ahead -= 1) {
    if (isWorkday(addDays(from, ahead), calendar)) count += 1;
  }
  return count;
}
