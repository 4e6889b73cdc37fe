import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumMoney } from '#kernel/values/money.ts';
import { type Brought, reportColumns } from '../model.ts';
import { broughtOf, costShares, returnsOf, totalOf } from './returns.ts';

test('the table of the product page: 160 of a fair bring 80, 300 of search bring 120, together 43.5 %', () => {
  const fair = broughtOf({ leads: '160.00', converted: '80.00' });
  const search = broughtOf({ leads: '300.00', converted: '120.00' });
  expect(returnsOf(fair).rate).toBe('50.0');
  expect(returnsOf(search).rate).toBe('40.0');
  // Weighted: the mean of the two rates would be 45.0.
  expect(returnsOf(totalOf([fair, search]))).toMatchObject({ rate: '43.5' });
});

test('return is what was signed beyond the cost, in costs; cash paid back stands apart', () => {
  const fair = broughtOf({ cost: '120000.00', leads: '160.00', signed: '480000.00', collected: '90000.00' });
  expect(returnsOf(fair)).toEqual({ rate: '0.0', costPerLead: '750.00', roi: '300.0', payback: '75.0' });
  expect(returnsOf(broughtOf({ cost: '100.00', leads: '3.00' }))).toMatchObject({
    costPerLead: '33.33',
    roi: '-100.0',
    payback: '0.0',
  });
});

test('without cost there is no return, neither infinite nor zero; without leads no rate', () => {
  expect(returnsOf(broughtOf({ signed: '5000.00', leads: '10.00', converted: '1.00' }))).toEqual({
    rate: '10.0',
    costPerLead: null,
    roi: null,
    payback: null,
  });
  expect(returnsOf(broughtOf({ cost: '10.00' }))).toMatchObject({
    rate: null,
    costPerLead: null,
    roi: '-100.0',
  });
  expect(costShares(['0.00', '0.00'])).toEqual([null, null]);
});

const cents = fc.integer({ min: 0, max: 1e11 }).map((one) => (one / 100).toFixed(2));
const row = fc
  .tuple(...reportColumns.map(() => cents))
  .map((values) => Object.fromEntries(reportColumns.map((column, at) => [column, values[at]])) as Brought);

test('the last line is the sum of the lines, to the cent, and shares of cost make 100', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const total = totalOf(rows);
      for (const column of reportColumns)
        expect(total[column]).toBe(sumMoney(rows.map((one) => one[column])));
      const shares = costShares(rows.map(({ cost }) => cost));
      if (Number(total.cost) > 0)
        expect(shares.reduce((sum, share) => sum + Math.round(Number(share) * 10), 0)).toBe(1000);
    }),
  );
});
