import { addDays, type Day, weekday } from './day.ts';

/** A calendar month, `2026-11`. */
export type Month = string;
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Whether a text is a month: `2026-05`. */
export function isMonth(text: unknown): text is Month {
  return typeof text === 'string' && MONTH.test(text);
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The month so many months later; years roll over. */
export function addMonthsToMonth(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The same day so many months later; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, count: number): Day {
  const month = addMonthsToMonth(monthOf(day), count);
  const last = endOfMonth(`${month}-01`);
  const wanted = `${month}-${day.slice(8)}`;
  return wanted > last ? last : wanted;
}

/** Monday of the week, as everywhere in the product. */
export function startOfWeek(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** The first day of the month a day lies in. */
export function startOfMonth(day: Day): Day {
  return `${monthOf(day)}-01`;
}

/** The last day of the month a day lies in. */
export function endOfMonth(day: Day): Day {
  return addDays(`${addMonthsToMonth(monthOf(day), 1)}-01`, -1);
}

/** 1 to 4. */
export function quarterOf(day: Day): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}

/** The first day of the quarter a day lies in. */
export function startOfQuarter(day: Day): Day {
  return `${day.slice(0, 4)}-${String(quarterOf(day) * 3 - 2).padStart(2, '0')}-01`;
}

/** The first of January of the year a day lies in. */
export function startOfYear(day: Day): Day {
  return `${day.slice(0, 4)}-01-01`;
}

/** The first day of the period that a day lies in. */
export function startOfPeriod(day: Day, unit: PeriodUnit): Day {
  if (unit === 'week') return startOfWeek(day);
  if (unit === 'month') return startOfMonth(day);
  if (unit === 'quarter') return startOfQuarter(day);
  return unit === 'year' ? startOfYear(day) : day;
}

/** The first day of the period so many periods later. */
export function addPeriods(start: Day, unit: PeriodUnit, count: number): Day {
  if (unit === 'day') return addDays(start, count);
  if (unit === 'week') return addDays(start, 7 * count);
  return addMonths(start, count * (unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12));
}

/** The last day of the period that a day lies in. */
export function endOfPeriod(day: Day, unit: PeriodUnit): Day {
  return addDays(addPeriods(startOfPeriod(day, unit), unit, 1), -1);
}
