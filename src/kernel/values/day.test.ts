import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, atTime, dayOf, daysBetween, isDay, isZone, startOfDay, timeOf, weekday } from './day.ts';
import {
  addMonths,
  addPeriods,
  endOfMonth,
  endOfPeriod,
  isMonth,
  monthOf,
  quarterOf,
  startOfMonth,
  startOfPeriod,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from './period.ts';

const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kathmandu'];
zones.push('Pacific/Apia', 'America/Havana', 'Australia/Lord_Howe', 'Africa/Cairo', 'UTC');
const day = fc
  .integer({ min: Date.parse('1995-01-01') / 864e5, max: Date.parse('2045-01-01') / 864e5 })
  .map((count) => new Date(count * 864e5).toISOString().slice(0, 10));

describe('a day', () => {
  test('must exist', () => {
    expect(['2026-11-17', '2028-02-29', '1999-12-31'].every(isDay)).toBe(true);
    expect(['2026-02-29', '2026-2-1', '2026-13-01', '', null, '2026-11-17T00:00'].some(isDay)).toBe(false);
  });
  test('a deal closed on 31 March 23:30 in Shanghai counts in March wherever it is looked at', () => {
    const closed = new Date('2026-03-31T23:30:00+08:00');
    expect(dayOf(closed, 'Asia/Shanghai')).toBe('2026-03-31');
    expect(dayOf(closed, 'America/Los_Angeles')).toBe('2026-03-31');
    expect(dayOf(new Date('2026-03-31T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-04-01');
    expect(timeOf(closed, 'Asia/Shanghai')).toBe('23:30');
  });
  test('starts at its first instant, also when clocks change at midnight', () => {
    expect(startOfDay('2026-11-17', 'Asia/Shanghai').toISOString()).toBe('2026-11-16T16:00:00.000Z');
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z');
    expect(startOfDay('2018-02-18', 'America/Sao_Paulo').toISOString()).toBe('2018-02-18T03:00:00.000Z');
    expect(startOfDay('2026-03-08', 'America/New_York').toISOString()).toBe('2026-03-08T05:00:00.000Z');
    expect(atTime('2026-03-08', '02:30', 'America/New_York').toISOString()).toBe('2026-03-08T07:00:00.000Z');
    expect(atTime('2026-11-01', '01:30', 'America/New_York').toISOString()).toBe('2026-11-01T05:30:00.000Z');
  });
  test('start and day agree in every zone on every day', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...zones), (text, zone) => {
        if (zone === 'Pacific/Apia' && text === '2011-12-30') return; // The day that never was.
        const start = startOfDay(text, zone);
        expect(dayOf(start, zone)).toBe(text);
        expect(dayOf(new Date(start.getTime() - 1), zone) < text).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  test('adding and counting are inverse; the week starts on Monday', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count);
        expect(weekday(startOfWeek(from))).toBe(1);
        expect(daysBetween(startOfWeek(from), from)).toBe(weekday(from) - 1);
      }),
    );
    expect(weekday('2026-11-22')).toBe(7);
  });
  test('zones are checked', () => {
    expect([isZone('Asia/Shanghai'), isZone('Mars/Base')]).toEqual([true, false]);
  });
});

describe('a period', () => {
  test('starts and ends', () => {
    expect(startOfMonth('2026-11-17')).toBe('2026-11-01');
    expect(startOfQuarter('2026-11-17')).toBe('2026-10-01');
    expect(startOfYear('2026-11-17')).toBe('2026-01-01');
    expect(quarterOf('2026-03-31')).toBe(1);
    expect(endOfMonth('2028-02-03')).toBe('2028-02-29');
    expect([monthOf('2026-11-17'), isMonth('2026-13'), isMonth('2026-12')]).toEqual(['2026-11', false, true]);
    expect(endOfPeriod('2026-11-17', 'quarter')).toBe('2026-12-31');
    expect(endOfPeriod('2026-11-17', 'week')).toBe('2026-11-22');
  });
  test('the 31st becomes the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -2)).toBe('2025-11-15');
    expect(addMonths('2026-12-31', 12)).toBe('2027-12-31');
  });
  test('periods follow each other without gap or overlap', () => {
    const unit = fc.constantFrom(
      'day' as const,
      'week' as const,
      'month' as const,
      'quarter' as const,
      'year' as const,
    );
    fc.assert(
      fc.property(day, unit, (text, kind) => {
        const start = startOfPeriod(text, kind);
        expect(start <= text && text <= endOfPeriod(text, kind)).toBe(true);
        expect(addDays(endOfPeriod(text, kind), 1)).toBe(addPeriods(start, kind, 1));
        expect(startOfPeriod(addPeriods(start, kind, 1), kind)).toBe(addPeriods(start, kind, 1));
      }),
    );
  });
});
