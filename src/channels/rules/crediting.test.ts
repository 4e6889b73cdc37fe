import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partOf } from './crediting.ts';

test('shares of a sum add up to it to the cent, and no two differ by more than one', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -100_000_000_000_000_000n, max: 100_000_000_000_000_000n }),
      fc.integer({ min: 1, max: 40 }),
      (cents, places) => {
        const parts = Array.from({ length: places }, (_, at) => partOf(cents, at + 1, places));
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(cents);
        const sorted = [...parts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect((sorted.at(-1) ?? 0n) - (sorted[0] ?? 0n)).toBeLessThanOrEqual(1n);
      },
    ),
  );
});

test('a hundred cents among three', () => {
  expect([1, 2, 3].map((at) => partOf(100n, at, 3))).toEqual([33n, 33n, 34n]);
});
