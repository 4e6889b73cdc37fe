import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMoney,
  compareMoney,
  divideMoney,
  isMoney,
  isPositiveMoney,
  LARGEST,
  largerMoney,
  money,
  multiplyMoney,
  negateMoney,
  percentOfMoney,
  smallerMoney,
  subtractMoney,
  sumMoney,
} from './money.ts';
import { splitByRatio, splitByWeights, splitEvenly } from './money-split.ts';

const cents = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
const amount = cents.map(fromCents);

function fromCents(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function toCents(text: string): bigint {
  return BigInt(text.replace('.', ''));
}

describe('an amount', () => {
  test('is written with two decimals, half up away from zero', () => {
    expect(money('860000')).toBe('860000.00');
    expect(money(1.005)).toBe('1.01');
    expect(money('2.675')).toBe('2.68');
    expect(money('-1.005')).toBe('-1.01');
    expect(money('-0.004')).toBe('0.00');
    expect(money('+5')).toBe('5.00');
  });
  test('is refused when it is not a number or larger than the database holds', () => {
    for (const wrong of ['', '1,000', '0x10', '1e5', 'NaN', ' 5', Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => money(wrong)).toThrow('not_an_amount');
    }
    expect(money(LARGEST)).toBe(LARGEST);
    expect(() => addMoney(LARGEST, '0.01')).toThrow('amount_out_of_range');
    expect(() => money('9999999999999999.995')).toThrow('amount_out_of_range');
  });
  test('is recognised when it fits as it is', () => {
    expect(['0', '0.1', '-5.25', LARGEST].every(isMoney)).toBe(true);
    expect(['1.005', '1e3', '', null, 5, '10000000000000000'].some(isMoney)).toBe(false);
  });
});

describe('arithmetic', () => {
  test('adds and subtracts without losing a cent', () => {
    expect(addMoney('0.10', '0.20')).toBe('0.30');
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(addMoney(fromCents(a), fromCents(b))).toBe(fromCents(a + b));
        expect(subtractMoney(fromCents(a), fromCents(b))).toBe(fromCents(a - b));
        expect(compareMoney(fromCents(a), fromCents(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });
  test('rounds a product once, at the end', () => {
    expect(multiplyMoney('19.99', '3')).toBe('59.97');
    expect(multiplyMoney('0.05', '0.5')).toBe('0.03');
    expect(percentOfMoney('1000.00', '12.5')).toBe('125.00');
    expect(divideMoney('100.00', '3')).toBe('33.33');
    expect(() => divideMoney('1.00', '0')).toThrow('division_by_zero');
  });
  test('knows signs and order', () => {
    expect(isPositiveMoney('0.00')).toBe(false);
    expect(isPositiveMoney('0.01')).toBe(true);
    expect(negateMoney('0.00')).toBe('0.00');
    expect([smallerMoney('9.00', '10.00'), largerMoney('9.00', '10.00')]).toEqual(['9.00', '10.00']);
    expect(sumMoney([])).toBe('0.00');
  });
});

describe('splitting', () => {
  test('100,000 at 33.33 / 33.33 / 33.34 percent', () => {
    expect(splitByRatio('100000.00', ['33.33', '33.33', '33.34'])).toEqual([
      '33330.00',
      '33330.00',
      '33340.00',
    ]);
  });
  test('the rest goes to the last line that has a share', () => {
    expect(splitByWeights('0.05', ['1', '1', '0'])).toEqual(['0.02', '0.03', '0.00']);
    expect(splitEvenly('100.00', 3)).toEqual(['33.33', '33.33', '33.34']);
    expect(splitByWeights('10.00', ['0', '0'])).toEqual(['5.00', '5.00']);
  });
  test('percentages must make 100, shares must not be negative', () => {
    expect(() => splitByRatio('1.00', ['50', '49.99'])).toThrow('ratios_not_hundred');
    expect(() => splitByRatio('1.00', [])).toThrow('ratios_not_hundred');
    expect(() => splitByWeights('1.00', ['2', '-1'])).toThrow('not_a_share');
    expect(() => splitByWeights('1.00', [])).toThrow('nothing_to_split');
  });
  test('no cent is lost and every line but the last is at most its share', () => {
    const weight = fc.integer({ min: 0, max: 1_000_000 }).map(String);
    fc.assert(
      fc.property(amount, fc.array(weight, { minLength: 1, maxLength: 30 }), (total, weights) => {
        const parts = splitByWeights(total, weights);
        expect(parts).toHaveLength(weights.length);
        expect(parts.reduce((sum, part) => sum + toCents(part), 0n)).toBe(toCents(total));
        const sign = total.startsWith('-') ? -1n : 1n;
        expect(parts.every((part) => toCents(part) * sign >= 0n)).toBe(true);
      }),
    );
  });
});
