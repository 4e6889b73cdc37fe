import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumMoney } from '#kernel/values/money.ts';
import { planTotal, spreadPlan } from './planning.ts';
import { priceLine, priceLines } from './pricing.ts';

test('a line is quantity × price less the discount, rounded half up once', () => {
  expect(priceLine({ quantity: '3', price: '33.35', discountPercent: '10' })).toBe('90.05');
  expect(priceLine({ quantity: '0.5', price: '0.01', discountPercent: '0' })).toBe('0.01');
  expect(priceLine({ quantity: '1', price: '100', discountPercent: '100' })).toBe('0.00');
});

const entry = fc.record({
  product: fc.constant('x'),
  quantity: fc.integer({ min: 1, max: 9_999_999 }).map((n) => (n / 10_000).toFixed(4)),
  price: fc.integer({ min: 0, max: 99_999_999 }).map((n) => (n / 100).toFixed(2)),
  discountPercent: fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 100).toFixed(2)),
});

test('the amount of a contract is the sum of its lines, to the cent', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
      const { lines, amount } = priceLines(entries);
      expect(sumMoney(lines.map((line) => line.amount))).toBe(amount);
    }),
  );
});

test('100,000 at 33.33 / 33.33 / 33.34 gives 33,330 / 33,330 / 33,340', () => {
  const plan = spread('100000.00', ['33.33', '33.33', '33.34']);
  expect(plan.map((line) => line.amount)).toEqual(['33330.00', '33330.00', '33340.00']);
});

function spread(total: string, ratios: readonly string[]) {
  const decided = spreadPlan(
    total,
    ratios.map((ratio) => ({ name: 'x', ratio, dueOn: '2026-01-01' })),
  );
  if ('no' in decided) throw new Error(decided.no);
  return decided.yes;
}

test('a plan by ratio loses no cent, whatever the amount', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 11 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), cuts, (cents, points) => {
      const total = (cents / 100).toFixed(2);
      const edges = [0, ...points.sort((a, b) => a - b), 10_000];
      const ratios = edges.slice(1).map((end, index) => ((end - (edges[index] ?? 0)) / 100).toFixed(2));
      expect(planTotal(spread(total, ratios))).toBe(total);
    }),
  );
});

test('a plan is by ratio or by amount, and ratios add up to 100', () => {
  const due = { name: 'x', dueOn: '2026-01-01' };
  expect(
    spreadPlan('10.00', [
      { ...due, ratio: '50' },
      { ...due, amount: '5' },
    ]),
  ).toEqual({ no: 'plan_mixed' });
  expect(spreadPlan('10.00', [{ ...due, ratio: '99.99' }])).toEqual({
    no: 'ratios_not_hundred',
    detail: { sum: '99.99' },
  });
  expect(spreadPlan('10.00', [])).toEqual({ yes: [] });
});
