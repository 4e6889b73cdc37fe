import { addDays, atTime, dayOf } from '#kernel/values/day.ts';
import { isWorkday } from '#kernel/values/workday.ts';

/** The instant so many days on, at ten, moved on from days off. */
export function tenInDays(days: number, now: Date, zone: string): string {
  let day = addDays(dayOf(now, zone), days);
  while (!isWorkday(day)) day = addDays(day, 1);
  return atTime(day, '10:00', zone).toISOString();
}
