import { expect, test } from 'vitest';
import { decideLog, isCorrectable, type LogRequest } from './logging.ts';

const now = new Date('2026-11-17T05:40:00Z');
const call = (change: Partial<LogRequest> = {}) =>
  decideLog({
    kind: 'call',
    content: '付款节点改为 3-4-2-1',
    result: null,
    connected: null,
    durationSeconds: null,
    happenedAt: now,
    nextContactAt: null,
    now,
    ...change,
  });

test('a call with content counts as connected, one that nobody answered does not', () => {
  expect(call()).toEqual({ yes: { connected: true, backdated: false } });
  expect(call({ content: null, result: 'noAnswer' })).toEqual({
    yes: { connected: false, backdated: false },
  });
});

test('only calls are connected or not', () => {
  expect(call({ kind: 'visit' })).toEqual({ yes: { connected: null, backdated: false } });
});

test('it says something: a line or a result', () => {
  expect(call({ content: null })).toEqual({ no: 'says_nothing' });
  expect(call({ kind: 'note', content: null })).toEqual({ no: 'says_nothing' });
});

test('a phone clock five minutes ahead is forgiven, six are not', () => {
  expect(call({ happenedAt: new Date(now.getTime() + 300_000) })).toHaveProperty('yes');
  expect(call({ happenedAt: new Date(now.getTime() + 360_000) })).toEqual({ no: 'in_the_future' });
});

test('written down after more than three days it is backdated', () => {
  const days = (count: number) => new Date(now.getTime() - count * 86_400_000);
  expect(call({ happenedAt: days(3) })).toEqual({ yes: { connected: true, backdated: false } });
  expect(call({ happenedAt: new Date(days(3).getTime() - 1) })).toEqual({
    yes: { connected: true, backdated: true },
  });
});

test('the next contact lies in the future', () => {
  expect(call({ nextContactAt: now })).toEqual({ no: 'next_in_the_past' });
  expect(call({ nextContactAt: new Date(now.getTime() + 1) })).toHaveProperty('yes');
});

test('nobody who was not reached is interested, and no minutes were talked', () => {
  expect(call({ connected: false, result: 'interested' })).toEqual({ no: 'not_connected' });
  expect(call({ connected: true, result: 'noAnswer' })).toEqual({ no: 'not_connected' });
  expect(call({ result: 'busy', durationSeconds: 40 })).toEqual({ no: 'not_connected' });
});

test('an author corrects his words for 24 hours', () => {
  expect(isCorrectable(new Date(now.getTime() - 86_400_000), now)).toBe(true);
  expect(isCorrectable(new Date(now.getTime() - 86_400_001), now)).toBe(false);
});
