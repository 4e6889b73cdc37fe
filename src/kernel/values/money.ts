import { Exact, readDecimal } from './decimal.ts';
import { Refusal } from './refusal.ts';

/** An amount as the database keeps it: a decimal string with two places, `860000.00`. */
export type Money = string;

export const ZERO: Money = '0.00';
/** Bounds of numeric(18,2). */
export const LARGEST: Money = '9999999999999999.99';
const LIMIT = new Exact(LARGEST);

function read(value: string | number): Exact {
  const found = readDecimal(value);
  if (!found) throw new Refusal('input', 'not_an_amount');
  return found;
}

function write(value: Exact): Money {
  const rounded = value.toDecimalPlaces(2, Exact.ROUND_HALF_UP);
  if (rounded.abs().greaterThan(LIMIT)) throw new Refusal('input', 'amount_out_of_range');
  const text = rounded.toFixed(2);
  return text === '-0.00' ? ZERO : text;
}

/** The one way to write an amount: two decimals, half up. Refuses `not_an_amount` and `amount_out_of_range`. */
export function money(value: string | number): Money {
  return write(read(value));
}

/** Whether a text is an amount that needs no rounding and fits numeric(18,2). */
export function isMoney(text: unknown): text is Money {
  if (typeof text !== 'string') return false;
  const value = readDecimal(text);
  return value !== null && value.decimalPlaces() <= 2 && value.abs().lessThanOrEqualTo(LIMIT);
}

/** Adds amounts exactly. */
export function addMoney(...amounts: readonly Money[]): Money {
  return sumMoney(amounts);
}

/** Adds up a list of amounts; the empty list is 0.00. */
export function sumMoney(amounts: Iterable<Money>): Money {
  let total = new Exact(0);
  for (const amount of amounts) total = total.plus(read(amount));
  return write(total);
}

/** What is left of an amount after taking others away. */
export function subtractMoney(from: Money, ...taken: readonly Money[]): Money {
  let left = read(from);
  for (const amount of taken) left = left.minus(read(amount));
  return write(left);
}

/** −1, 0 or 1, for sorting and for boundaries. */
export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  const order = read(a).comparedTo(read(b));
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

/** Whether the amount is more than nothing. */
export function isPositiveMoney(amount: Money): boolean {
  return read(amount).greaterThan(0);
}

/** Whether the amount is exactly nothing, however it is written (`0`, `0.00`, `-0`). */
export function isZeroMoney(amount: Money): boolean {
  return read(amount).isZero();
}

/** Whether the amount is less than nothing. */
export function isNegativeMoney(amount: Money): boolean {
  return read(amount).lessThan(0);
}

/** The same amount with the other sign: a reversal. */
export function negateMoney(amount: Money): Money {
  return write(read(amount).negated());
}

/** The smaller of two amounts in one currency. */
export function smallerMoney(a: Money, b: Money): Money {
  return money(compareMoney(a, b) <= 0 ? a : b);
}

/** The larger of two amounts in one currency. */
export function largerMoney(a: Money, b: Money): Money {
  return money(compareMoney(a, b) >= 0 ? a : b);
}

/** An amount times a decimal (quantity, rate, price factor), rounded half up once at the end. */
export function multiplyMoney(amount: Money, by: string | number): Money {
  return write(read(amount).times(read(by)));
}

/** An amount divided by a decimal, rounded half up. Refuses `division_by_zero`. */
export function divideMoney(amount: Money, by: string | number): Money {
  const divisor = read(by);
  if (divisor.isZero()) throw new Refusal('input', 'division_by_zero');
  return write(read(amount).dividedBy(divisor));
}

/** So many percent of an amount, half up: `percentOfMoney('1000.00', '12.5')` is `125.00`. */
export function percentOfMoney(amount: Money, percent: string | number): Money {
  return write(read(amount).times(read(percent)).dividedBy(100));
}
