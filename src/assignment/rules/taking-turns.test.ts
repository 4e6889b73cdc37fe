import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Method } from '../model.ts';
import { takeTurn, turnsOf } from './taking-turns.ts';

const rule = (weights: readonly number[]) =>
  turnsOf({
    id: 'r',
    turn: 0,
    members: weights.map((weight, n) => ({
      userId: 'ABCDEFGH'[n] ?? '?',
      rowNo: 0,
      weight,
      turn: 0,
      credit: 0,
    })),
  });
const deal = (
  turns: ReturnType<typeof rule>,
  method: Method,
  count: number,
  away: readonly string[] = [],
  loadOf: (userId: string) => number = () => 0,
) =>
  Array.from({ length: count }, () =>
    takeTurn(turns, method, ({ userId }) => !away.includes(userId), loadOf),
  ).join('');

test('one who is at his cap is passed over without debt and is next when he has room again', () => {
  const turns = rule([1, 1, 1]);
  expect(deal(turns, 'rotation', 4, ['B'])).toBe('ACAC');
  expect(deal(turns, 'rotation', 1)).toBe('B');
  // He gets the one turn that he is first in line for, not four.
  expect(deal(turns, 'rotation', 6)).toBe('ACBACB');
});

test('two to one over three n leads is exactly two n and n, spread evenly', () => {
  expect(deal(rule([2, 1]), 'weighted', 9)).toBe('ABAABAABA');
  expect(deal(rule([5, 1, 1]), 'weighted', 7)).toBe('AABACAA');
});

test('whatever the weights, every full round deals exactly by weight', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 5 }),
      (weights, rounds) => {
        const sum = weights.reduce((a, b) => a + b, 0);
        const dealt = deal(rule(weights), 'weighted', sum * rounds);
        weights.forEach((weight, n) => {
          expect(dealt.split('ABCDEFGH'[n] ?? '').length - 1).toBe(weight * rounds);
        });
      },
    ),
  );
});

test('whoever comes and goes, those who are there never differ by more than one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 8 }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 12 })), { maxLength: 6 }),
      (people, phases) => {
        const turns = rule(Array(people).fill(1));
        for (const [gone, count] of phases) {
          const away = gone < people && people > 1 ? ['ABCDEFGH'[gone] ?? ''] : [];
          const dealt = deal(turns, 'rotation', count, away);
          const counts = [...'ABCDEFGH'.slice(0, people)]
            .filter((one) => !away.includes(one))
            .map((one) => dealt.split(one).length - 1);
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});

test('while one is away the weights of the others hold, and he comes back to his own share', () => {
  const turns = rule([2, 1, 1]);
  const away = deal(turns, 'weighted', 30, ['C']);
  expect([away.split('A').length - 1, away.split('B').length - 1]).toEqual([20, 10]);
  const back = deal(turns, 'weighted', 40);
  expect(['A', 'B', 'C'].map((one) => back.split(one).length - 1)).toEqual([20, 10, 10]);
});

test('the least loaded is given first, and among equals whoever waited longest', () => {
  const load = new Map([
    ['A', 3],
    ['B', 1],
    ['C', 1],
  ]);
  const turns = rule([1, 1, 1]);
  const given = Array.from({ length: 4 }, () => {
    const who =
      takeTurn(
        turns,
        'leastLoad',
        () => true,
        (id) => load.get(id) ?? 0,
      ) ?? '';
    load.set(who, (load.get(who) ?? 0) + 1);
    return who;
  });
  expect(given.join('')).toBe('BCBC');
});

test('nobody free is nobody chosen, and no turn passes', () => {
  const turns = rule([1, 1]);
  expect(deal(turns, 'rotation', 1, ['A', 'B'])).toBe('');
  expect([turns.turn, turns.changed]).toEqual([0, false]);
});
