import { Exact, readDecimal } from './decimal.ts';
import type { Lang } from './lang.ts';
import { changePercent } from './percent.ts';

/** Shown where there is no value: never 0, never empty. */
export const NONE = '—';
/** The true minus sign, as wide as a plus. */
export const MINUS = '−';

/** Decimal digits with thousands separators and a true minus; never `−0`. */
export function grouped(value: Exact, decimals: number): string {
  const fixed = value.abs().toFixed(decimals, Exact.ROUND_HALF_UP);
  const [whole = '0', fraction] = fixed.split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
  return value.isNegative() && /[1-9]/.test(digits) ? MINUS + digits : digits;
}

/** A number as people read it: `12,480`, `−12.4`, `—` for none. Keeps the decimals it has unless told. */
export function numberText(value: string | number | null, decimals?: number): string {
  const number = value === null ? null : readDecimal(value);
  return number ? grouped(number, decimals ?? number.decimalPlaces()) : NONE;
}

/** A number that is a change: `+1,200`, `−3`, `0`. */
export function signedNumberText(value: string | number | null, decimals?: number): string {
  return withPlus(numberText(value, decimals));
}

/** Puts a plus before a number text that is above zero. */
export function withPlus(text: string): string {
  return text.startsWith(MINUS) || !/[1-9]/.test(text) ? text : `+${text}`;
}

/** A percentage, whole by default: `62%`, `33.3%`, `—` for none. */
export function percentText(percent: string | number | null, decimals = 0): string {
  const text = numberText(percent, decimals);
  return text === NONE ? text : `${text}%`;
}

/** A change against an earlier value: `+12.4%`, `−3.0%`, `0.0%`; `新增` when there was nothing, `—` when both are nothing. */
export function changeText(now: string | number, before: string | number, lang: Lang, decimals = 1): string {
  const change = changePercent(now, before, decimals);
  if (change !== null) return withPlus(percentText(change, decimals));
  return readDecimal(now)?.isZero() === false ? (lang === 'zh' ? '新增' : 'new') : NONE;
}
