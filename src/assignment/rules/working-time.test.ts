import fc from 'fast-check';
import { expect, test } from 'vitest';
import { officeHours } from '../model.ts';
import { addWorkingMinutes, isWorking, nextOpening, workingMinutesBetween, worksOn } from './working-time.ts';

const zone = 'Asia/Shanghai';
const at = (text: string) => new Date(`${text}:00+08:00`);
const seen = (moment: Date | null) =>
  moment ? new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ') : null;

test('holidays are off and the weekends that make up for them are worked', () => {
  expect(worksOn(officeHours, '2026-10-01')).toBe(false);
  expect(worksOn(officeHours, '2026-10-10')).toBe(true);
  expect(worksOn(officeHours, '2026-11-21')).toBe(false);
  expect(worksOn({ ...officeHours, holidays: 'none' }, '2026-10-01')).toBe(true);
  expect(worksOn({ ...officeHours, days: [6, 7] }, '2026-11-21')).toBe(true);
});

test('two hours of working time reach over lunch, night and weekend', () => {
  expect(seen(addWorkingMinutes(officeHours, at('2026-11-17T10:00'), 120, zone))).toBe('2026-11-17 12:00');
  expect(seen(addWorkingMinutes(officeHours, at('2026-11-17T11:00'), 120, zone))).toBe('2026-11-17 14:00');
  expect(seen(addWorkingMinutes(officeHours, at('2026-11-20T17:00'), 120, zone))).toBe('2026-11-23 10:00');
  expect(seen(addWorkingMinutes(officeHours, at('2026-11-21T23:00'), 5, zone))).toBe('2026-11-23 09:05');
  // Over National Day: 30 September 17:00 to 8 October.
  expect(seen(addWorkingMinutes(officeHours, at('2026-09-30T17:00'), 120, zone))).toBe('2026-10-08 10:00');
});

test('the hours open at nine, close at six and rest at noon', () => {
  expect(isWorking(officeHours, at('2026-11-17T08:59'), zone)).toBe(false);
  expect(isWorking(officeHours, at('2026-11-17T09:00'), zone)).toBe(true);
  expect(isWorking(officeHours, at('2026-11-17T12:00'), zone)).toBe(false);
  expect(isWorking(officeHours, at('2026-11-17T18:00'), zone)).toBe(false);
  expect(seen(nextOpening(officeHours, at('2026-11-20T18:00'), zone))).toBe('2026-11-23 09:00');
  expect(nextOpening({ ...officeHours, days: [] }, at('2026-11-20T18:00'), zone)).toBe(null);
});

test('the clock runs on where summer time jumps', () => {
  const all = {
    days: [1, 2, 3, 4, 5, 6, 7],
    holidays: 'none',
    spans: [{ from: '00:00', to: '24:00' }],
  } as const;
  const before = new Date('2026-03-08T06:30:00Z');
  expect(addWorkingMinutes(all, before, 60, 'America/New_York').toISOString()).toBe(
    '2026-03-08T07:30:00.000Z',
  );
});

test('adding working minutes and counting them agree, and never go back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 1, max: 3_000 }), (start, count) => {
      const from = new Date(at('2026-01-01T00:00').getTime() + start * 60_000);
      const to = addWorkingMinutes(officeHours, from, count, zone);
      expect(to.getTime()).toBeGreaterThan(from.getTime());
      expect(workingMinutesBetween(officeHours, from, to, zone)).toBe(count);
    }),
    { numRuns: 60 },
  );
});
