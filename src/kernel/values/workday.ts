import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, type Day, daysBetween, weekday } from './day.ts';

/** `CN`: state holidays and the working weekends that make up for them. `weekends`: Monday to Friday only. */
export type WorkCalendar = 'CN' | 'weekends';

// Only the data of chinese-days is used: its functions read days in the machine's zone and are a day off west of Greenwich.
const holidays: Readonly<Record<Day, string>> = published.holidays;
const workingWeekends: Readonly<Record<Day, string>> = published.workdays;
const lastPublishedYear = Object.keys(holidays)
  .reduce((last, day) => (day > last ? day : last))
  .slice(0, 4);

const lunarFormat = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});
const byLaw = new Map<string, ReadonlySet<Day>>();

/** The day of a Gregorian year on which a lunar month and day fall: `1/1` is Spring Festival. */
function lunarDay(year: string, monthAndDay: string): Day {
  let day = `${year}-01-20`;
  while (lunarFormat.format(new Date(`${day}T12:00:00Z`)) !== monthAndDay) day = addDays(day, 1);
  return day;
}

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
    const spring = lunarDay(year, '1/1');
    days = new Set([
      `${year}-01-01`,
      ...[-1, 0, 1, 2].map((offset) => addDays(spring, offset)),
      qingming(year),
      `${year}-05-01`,
      `${year}-05-02`,
      lunarDay(year, '5/5'),
      lunarDay(year, '8/15'),
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
