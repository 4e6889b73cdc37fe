import { addDays, atTime, type Day, dayOf, weekday } from '#kernel/values/day.ts';
import { isWorkday } from '#kernel/values/workday.ts';
import type { WorkHours } from '../model.ts';

const minute = 60_000;
// Whoever never works in two years has hours that make no sense: his clock then runs as if they were always.
const daysAhead = 731;

/** Whether somebody of these hours works on a day at all: weekends that make up for a holiday count, holidays do not. */
export function worksOn(hours: WorkHours, day: Day): boolean {
  const usual = hours.days.includes(weekday(day));
  if (hours.holidays === 'none') return usual;
  const asUsual = isWorkday(day, 'weekends');
  const really = isWorkday(day, 'CN');
  // A day that the state moved: a weekday off, or a weekend worked.
  return asUsual === really ? usual : really && hours.days.some((one) => one < 6);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Known {
  zone: string;
  day: Day;
  now: Stretch[];
  readonly days: Map<string, Stretch[]>;
}
const known = new WeakMap<WorkHours, Known>();

/** The working time of a day. Trials ask it of the same few hours and days a million times, so it is kept. */
function stretchesOf(hours: WorkHours, day: Day, zone: string): Stretch[] {
  const kept = known.get(hours) ?? { zone: '', day: '', now: [], days: new Map<string, Stretch[]>() };
  if (kept.day === day && kept.zone === zone) return kept.now;
  const key = `${zone} ${day}`;
  const found = kept.days.get(key) ?? readStretches(hours, day, zone);
  kept.days.set(key, found);
  Object.assign(kept, { zone, day, now: found });
  known.set(hours, kept);
  return found;
}

function readStretches(hours: WorkHours, day: Day, zone: string): Stretch[] {
  if (!worksOn(hours, day)) return [];
  return hours.spans
    .map(({ from, to }) => ({
      from: atTime(day, from, zone).getTime(),
      to: (to === '24:00' ? atTime(addDays(day, 1), '00:00', zone) : atTime(day, to, zone)).getTime(),
    }))
    .sort((one, other) => one.from - other.from);
}

/** Whether this moment is working time; `day` is the one it falls on, for who knows it already. */
export function isWorking(hours: WorkHours, at: Date, zone: string, day: Day = dayOf(at, zone)): boolean {
  const now = at.getTime();
  return stretchesOf(hours, day, zone).some(({ from, to }) => now >= from && now < to);
}

/** The next moment of working time: this one if it is; null when these hours never open. */
export function nextOpening(hours: WorkHours, at: Date, zone: string): Date | null {
  const now = at.getTime();
  for (let day = dayOf(at, zone), ahead = 0; ahead < daysAhead; day = addDays(day, 1), ahead += 1)
    for (const { from, to } of stretchesOf(hours, day, zone))
      if (to > now) return new Date(Math.max(from, now));
  return null;
}

/** The moment so many minutes of working time later. Overlapping spans count once. */
export function addWorkingMinutes(hours: WorkHours, at: Date, count: number, zone: string): Date {
  let left = count * minute;
  let reached = at.getTime();
  for (let day = dayOf(at, zone), ahead = 0; ahead < daysAhead; day = addDays(day, 1), ahead += 1) {
    for (const { from, to } of stretchesOf(hours, day, zone)) {
      const begin = Math.max(from, reached);
      if (to <= begin) continue;
      if (to - begin >= left) return new Date(begin + left);
      left -= to - begin;
      reached = to;
    }
  }
  return new Date(at.getTime() + count * minute);
}

/** Minutes of working time between two moments; 0 when the second is not later. */
export function workingMinutesBetween(hours: WorkHours, from: Date, to: Date, zone: string): number {
  let sum = 0;
  let reached = from.getTime();
  const end = to.getTime();
  for (let day = dayOf(from, zone); reached < end; day = addDays(day, 1)) {
    for (const one of stretchesOf(hours, day, zone)) {
      const begin = Math.max(one.from, reached);
      const finish = Math.min(one.to, end);
      if (finish <= begin) continue;
      sum += finish - begin;
      reached = finish;
    }
    if (atTime(addDays(day, 1), '00:00', zone).getTime() >= end) break;
  }
  return sum / minute;
}
