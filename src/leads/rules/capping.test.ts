import { expect, test } from 'vitest';
import { type CapRule, countHeld, effectiveCap } from './capping.ts';

const rule = (kind: CapRule['kind'], cap: number, distance = 0): CapRule => ({
  ...{ id: `${kind}-${cap}`, kind, cap, distance, label: kind },
});

test('without a rule the standard number stands', () => {
  expect(effectiveCap([], 50)).toEqual({ cap: 50, rule: null });
});

test('what is said for the person beats everything, also when it is more', () => {
  const rules = [rule('team', 10), rule('role', 20), rule('user', 80)];
  expect(effectiveCap(rules, 50)).toMatchObject({ cap: 80, rule: { kind: 'user' } });
});

test('roles beat teams, and of several roles the smaller number counts', () => {
  expect(effectiveCap([rule('team', 10), rule('role', 40), rule('role', 30)], 50)).toMatchObject({
    cap: 30,
    rule: { id: 'role-30' },
  });
});

test('the nearest team that has a rule counts, not the smallest number above it', () => {
  expect(effectiveCap([rule('team', 5, 2), rule('team', 25, 1)], 50)).toMatchObject({ cap: 25 });
});

test('a cap of nought is a cap', () => {
  expect(effectiveCap([rule('user', 0)], 50).cap).toBe(0);
});

test('what is over counts only when the organisation says so', () => {
  const counts = { open: 10, invalid: 3, converted: 4, dealt: 2 };
  const all = { excludeConverted: true, excludeInvalid: true, excludeDealt: true };
  expect(countHeld(counts, all)).toBe(10);
  expect(countHeld(counts, { ...all, excludeInvalid: false })).toBe(13);
  expect(countHeld(counts, { ...all, excludeConverted: false })).toBe(14);
  expect(countHeld(counts, { ...all, excludeDealt: false })).toBe(12);
});
