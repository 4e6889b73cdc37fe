import { expect, test } from 'vitest';
import { addWorkdays, isWorkday, workdaysBetween } from './workday.ts';

test('state holidays are off and the weekends that make up for them are worked', () => {
  expect(isWorkday('2026-10-01')).toBe(false);
  expect(isWorkday('2026-10-10')).toBe(true); // A Saturday.
  expect(isWorkday('2026-10-10', 'weekends')).toBe(false);
  expect(isWorkday('2026-10-01', 'weekends')).toBe(true);
});

test('years not published yet keep the days off by law', () => {
  for (const off of [
    '2027-01-01',
    '2027-02-05',
    '2027-02-06',
    '2027-04-05',
    '2027-05-01',
    '2027-09-15',
    '2027-10-01',
  ]) {
    expect(isWorkday(off)).toBe(false);
  }
  expect(isWorkday('2027-01-04')).toBe(true);
});

test('working days are added over holidays', () => {
  expect(addWorkdays('2026-09-30', 1)).toBe('2026-10-08');
  expect(addWorkdays('2026-10-08', -1)).toBe('2026-09-30');
  expect(addWorkdays('2026-11-20', 3)).toBe('2026-11-25');
  expect(addWorkdays('2026-11-21', 0)).toBe('2026-11-23');
  expect(workdaysBetween('2026-09-30', '2026-10-08')).toBe(1);
  expect(workdaysBetween('2026-11-25', '2026-11-20')).toBe(0);
});

test('holidays by law match the calendar the State Council published', () => {
  // Qingming, Dragon Boat and Mid-Autumn of the years to come, from the published almanac.
  for (const off of [
    '2028-01-26',
    '2028-04-04',
    '2029-02-13',
    '2029-06-16',
    '2029-09-22',
    '2030-06-05',
    '2030-09-12',
  ]) {
    expect(isWorkday(off), off).toBe(false);
  }
});
