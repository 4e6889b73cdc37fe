import { expect, test } from 'vitest';
import { defineObject } from '#kernel/fields.ts';
import { evaluate } from './evaluate.ts';
import { daysOfPeriod } from './periods.ts';
import type { ConditionValue, Operator, RelativePeriod } from './tree.ts';

const words = (name: string) => ({ zh: name, en: name });
const tasks = defineObject({
  object: 'tasks',
  table: 'tasks',
  label: words('task'),
  nameField: 'dueOn',
  defaultSort: 'dueOn',
  fields: [
    { key: 'dueOn', type: 'date', label: words('due'), filter: true },
    { key: 'calledAt', type: 'datetime', label: words('called'), filter: true },
  ],
});

function holds(
  record: Record<string, unknown>,
  operator: Operator,
  value: ConditionValue,
  { now = '2026-11-21T04:00:00Z', zone = 'Asia/Shanghai' } = {},
): boolean {
  const field = 'dueOn' in record ? 'dueOn' : 'calledAt';
  return evaluate({ field, operator, value }, record, tasks, { actorId: '', now: new Date(now), zone });
}

test.each<[RelativePeriod, string, string | undefined, string | undefined]>([
  ['today', '2026-11-21', '2026-11-21', '2026-11-21'],
  ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28'],
  ['tomorrow', '2024-02-28', '2024-02-29', '2024-02-29'],
  ['thisWeek', '2026-11-22', '2026-11-16', '2026-11-22'],
  ['lastWeek', '2026-11-23', '2026-11-16', '2026-11-22'],
  ['nextWeek', '2026-12-31', '2027-01-04', '2027-01-10'],
  ['thisMonth', '2024-02-10', '2024-02-01', '2024-02-29'],
  ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['nextMonth', '2026-01-31', '2026-02-01', '2026-02-28'],
  ['thisQuarter', '2026-11-21', '2026-10-01', '2026-12-31'],
  ['lastQuarter', '2026-01-01', '2025-10-01', '2025-12-31'],
  ['nextQuarter', '2026-11-21', '2027-01-01', '2027-03-31'],
  ['thisYear', '2026-11-21', '2026-01-01', '2026-12-31'],
  ['lastYear', '2026-11-21', '2025-01-01', '2025-12-31'],
  ['past', '2026-11-21', undefined, '2026-11-20'],
  ['future', '2026-11-21', '2026-11-22', undefined],
])('%s, seen from %s, runs from %s to %s', (period, today, first, last) => {
  expect(daysOfPeriod(period, today)).toEqual({ ...(first && { first }), ...(last && { last }) });
});

test('today ends at midnight of the organisation, not of the server', () => {
  const lateEvening = { calledAt: new Date('2026-11-21T15:59:59.999Z') };
  const afterMidnight = { calledAt: new Date('2026-11-21T16:00:00Z') };
  expect(holds(lateEvening, 'within', 'today')).toBe(true);
  expect(holds(afterMidnight, 'within', 'today')).toBe(false);
  expect(holds(afterMidnight, 'within', 'tomorrow')).toBe(true);
  expect(holds(afterMidnight, 'within', 'today', { zone: 'UTC' })).toBe(true);
});

test('a day of 25 hours when clocks go back is still one day', () => {
  const newYork = { now: '2026-11-01T12:00:00Z', zone: 'America/New_York' };
  expect(holds({ calledAt: '2026-11-01T04:00:00Z' }, 'within', 'today', newYork)).toBe(true);
  expect(holds({ calledAt: '2026-11-02T04:59:59.999Z' }, 'within', 'today', newYork)).toBe(true);
  expect(holds({ calledAt: '2026-11-02T05:00:00Z' }, 'within', 'today', newYork)).toBe(false);
  expect(holds({ calledAt: '2026-11-01T03:59:59.999Z' }, '=', '2026-11-01', newYork)).toBe(false);
});

test('seven days ago is not older than seven days, whatever the hour; eight days ago is', () => {
  expect(holds({ calledAt: '2026-11-13T16:00:00Z' }, 'olderThanDays', 7)).toBe(false);
  expect(holds({ calledAt: '2026-11-13T15:59:59.999Z' }, 'olderThanDays', 7)).toBe(true);
  expect(holds({ dueOn: '2026-11-14' }, 'olderThanDays', 7)).toBe(false);
  expect(holds({ dueOn: '2026-11-13' }, 'olderThanDays', 7)).toBe(true);
});

test('who was never called is neither older nor newer than any number of days', () => {
  for (const operator of ['olderThanDays', 'newerThanDays'] as const)
    expect(holds({ calledAt: null }, operator, 7)).toBe(false);
});

test('the last seven days are today and the six before it, without the future', () => {
  expect(holds({ dueOn: '2026-11-21' }, 'newerThanDays', 7)).toBe(true);
  expect(holds({ dueOn: '2026-11-15' }, 'newerThanDays', 7)).toBe(true);
  expect(holds({ dueOn: '2026-11-14' }, 'newerThanDays', 7)).toBe(false);
  expect(holds({ dueOn: '2026-11-22' }, 'newerThanDays', 7)).toBe(false);
});

test('a call of this morning is past at noon, a task of today is not past before tomorrow', () => {
  expect(holds({ calledAt: '2026-11-21T01:00:00Z' }, 'within', 'past')).toBe(true);
  expect(holds({ calledAt: '2026-11-21T04:00:00Z' }, 'within', 'past')).toBe(false);
  expect(holds({ calledAt: '2026-11-21T04:00:00Z' }, 'within', 'future')).toBe(false);
  expect(holds({ dueOn: '2026-11-21' }, 'within', 'past')).toBe(false);
  expect(holds({ dueOn: '2026-11-21' }, 'within', 'future')).toBe(false);
  expect(holds({ dueOn: '2026-11-20' }, 'within', 'past')).toBe(true);
});

test('comparing an instant with a day means the whole day', () => {
  const noon = { calledAt: '2026-11-21T04:00:00Z' };
  expect(holds(noon, '>', '2026-11-21')).toBe(false);
  expect(holds(noon, '>=', '2026-11-21')).toBe(true);
  expect(holds(noon, '<=', '2026-11-21')).toBe(true);
  expect(holds(noon, '<', '2026-11-21')).toBe(false);
  expect(holds(noon, 'between', ['2026-11-20', '2026-11-21'])).toBe(true);
  expect(holds(noon, '=', '2026-11-21T12:00:00+08:00')).toBe(true);
});
