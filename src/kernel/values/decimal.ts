import { Decimal } from 'decimal.js';

/** Decimals wide enough for numeric(18,2) times a rate: no step of a calculation rounds by itself. */
export const Exact = Decimal.clone({
  precision: 60,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60,
});
export type Exact = Decimal;

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** Reads a plain decimal; null for everything else (commas, hex, exponents, NaN, empty). */
export function readDecimal(value: string | number): Exact | null {
  if (typeof value === 'number') return Number.isFinite(value) ? new Exact(value) : null;
  return DECIMAL.test(value) ? new Exact(value) : null;
}

/** Whether a text is a plain decimal number such as `-12.5`. */
export function isDecimal(text: unknown): text is string {
  return typeof text === 'string' && DECIMAL.test(text);
}
