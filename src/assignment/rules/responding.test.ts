import { expect, test } from 'vitest';
import { officeHours } from '../model.ts';
import { dueMoments, nextLook, nextStep, type RunningTimer } from './responding.ts';

const at = (text: string) => new Date(`${text}:00+08:00`);
const normal = dueMoments(
  { minutes: 120, clock: 'working' },
  at('2026-11-17T09:30'),
  officeHours,
  'Asia/Shanghai',
);
const running: RunningTimer = {
  ...normal,
  breachedAt: null,
  escalatedAt: null,
  reassignedAt: null,
  atLast: 'rule',
};

test('two hours of work, as long again, and once more', () => {
  expect(normal.dueAt).toEqual(at('2026-11-17T11:30'));
  expect(normal.escalateAt).toEqual(at('2026-11-17T14:30'));
  expect(normal.reassignAt).toEqual(at('2026-11-17T16:30'));
  const hot = dueMoments(
    { minutes: 5, clock: 'always' },
    at('2026-11-21T23:58'),
    officeHours,
    'Asia/Shanghai',
  );
  expect(hot.dueAt).toEqual(at('2026-11-22T00:03'));
});

test('every step has its moment, to the instant', () => {
  expect(nextStep(running, at('2026-11-17T11:29'))).toBe(undefined);
  expect(nextStep(running, at('2026-11-17T11:30'))).toBe('breach');
  const told = { ...running, breachedAt: at('2026-11-17T11:30') };
  expect(nextStep(told, at('2026-11-17T14:29'))).toBe(undefined);
  expect(nextStep(told, at('2026-11-17T14:30'))).toBe('escalate');
  const escalated = { ...told, escalatedAt: at('2026-11-17T14:30') };
  expect(nextStep(escalated, at('2026-11-17T16:30'))).toBe('reassign');
  expect(nextStep({ ...escalated, atLast: 'nothing' }, at('2026-11-18T16:30'))).toBe(undefined);
  expect(nextLook({ ...escalated, reassignedAt: at('2026-11-17T16:30') })).toBe(null);
});

test('after a week without the server nobody loses a lead he was never reminded of', () => {
  const back = at('2026-11-24T09:00');
  expect(nextStep(running, back)).toBe('breach');
  const told = { ...running, breachedAt: back };
  expect(nextStep(told, at('2026-11-24T09:01'))).toBe(undefined);
  expect(nextStep(told, at('2026-11-24T09:30'))).toBe('escalate');
  expect(nextLook({ ...told, escalatedAt: at('2026-11-24T09:30') })).toEqual(at('2026-11-24T10:00'));
});
