import { Exact, readDecimal } from './decimal.ts';

/** A percentage as a decimal string: `33.33` means 33.33 %. */
export type Percent = string;

/** Whether a text is a percentage between 0 and 100, with at most two decimals. */
export function isPercent(text: unknown): text is Percent {
  if (typeof text !== 'string') return false;
  const value = readDecimal(text);
  return value !== null && value.decimalPlaces() <= 2 && !value.isNegative() && value.lessThanOrEqualTo(100);
}

/** How many percent a part is of the whole, half up; null when there is no whole, which is not the same as 0 %. */
export function percentOf(part: string | number, whole: string | number, decimals = 2): Percent | null {
  const top = readDecimal(part);
  const bottom = readDecimal(whole);
  if (!top || !bottom || bottom.isZero()) return null;
  return plain(top.times(100).dividedBy(bottom), decimals);
}

/** By how many percent a value changed; null when it was 0 before. A shrinking loss counts as growth. */
export function changePercent(now: string | number, before: string | number, decimals = 1): Percent | null {
  const to = readDecimal(now);
  const from = readDecimal(before);
  if (!to || !from || from.isZero()) return null;
  return plain(to.minus(from).times(100).dividedBy(from.abs()), decimals);
}

/**
 * Shares of a whole that add up to exactly 100 at the given decimals: the largest remainders are
 * rounded up. All zero when the whole is zero. Parts must not be negative.
 */
export function sharesOf(parts: readonly (string | number)[], decimals = 1): Percent[] {
  const values = parts.map((part) => readDecimal(part) ?? new Exact(0));
  const whole = values.reduce((sum, value) => sum.plus(value), new Exact(0));
  if (whole.isZero()) return values.map((value) => value.toFixed(decimals));
  const unit = new Exact(10).pow(-decimals);
  const exact = values.map((value) => value.times(100).dividedBy(whole));
  const down = exact.map((value) => value.toDecimalPlaces(decimals, Exact.ROUND_DOWN));
  const missing = new Exact(100).minus(down.reduce((sum, value) => sum.plus(value), new Exact(0)));
  const ups = new Set(
    exact
      .map((value, index) => ({ index, rest: value.minus(down[index] ?? 0) }))
      .sort((a, b) => b.rest.comparedTo(a.rest))
      .slice(0, missing.dividedBy(unit).toNumber())
      .map(({ index }) => index),
  );
  return down.map((value, index) => (ups.has(index) ? value.plus(unit) : value).toFixed(decimals));
}

function plain(value: Exact, decimals: number): Percent {
  const text = value.toFixed(decimals, Exact.ROUND_HALF_UP);
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}
