import { Exact, readDecimal } from './decimal.ts';
import type { Lang } from './lang.ts';
import { grouped, MINUS, NONE, withPlus } from './number-text.ts';

/** `decimals` is how a currency is shown; the database keeps two places for all of them. */
const currencies: Readonly<Record<string, { readonly symbol: string; readonly decimals: number }>> = {
  CNY: { symbol: '¥', decimals: 2 },
  USD: { symbol: '$', decimals: 2 },
  EUR: { symbol: '€', decimals: 2 },
  GBP: { symbol: '£', decimals: 2 },
  HKD: { symbol: 'HK$', decimals: 2 },
  TWD: { symbol: 'NT$', decimals: 2 },
  SGD: { symbol: 'S$', decimals: 2 },
  JPY: { symbol: 'JP¥', decimals: 0 },
  KRW: { symbol: '₩', decimals: 0 },
};

/** Sign of a currency; an unknown one shows its code: `CHF 120.00`. */
export function currencySymbol(currency: string): string {
  return currencies[currency]?.symbol ?? `${currency} `;
}

/** The exact amount for forms, finance and approval: `¥860,000.00`, `−¥12.40`, `—` for none. */
export function moneyText(amount: string | number | null, currency = 'CNY'): string {
  const value = amount === null ? null : readDecimal(amount);
  if (!value) return NONE;
  return signed(grouped(value, currencies[currency]?.decimals ?? 2), currencySymbol(currency));
}

export interface CompactMoney {
  readonly lang: Lang;
  readonly currency?: string;
  /** Analysis strips drop the decimal from 1,000万 up. */
  readonly strip?: boolean;
}

/** The amount to be seen at a glance: `¥9,800` `¥38.0万` `¥1.28亿`, in English `¥9.8K` `¥10.9M`; hover shows it exactly. */
export function compactMoneyText(amount: string | number | null, how: CompactMoney): string {
  const value = amount === null ? null : readDecimal(amount);
  if (!value) return NONE;
  const digits = how.lang === 'zh' ? chinese(value, how.strip ?? false) : english(value);
  return signed(digits, currencySymbol(how.currency ?? 'CNY'));
}

/** A compact amount that is a change: `+¥38.0万`, `−¥9,800`, `¥0`. */
export function compactMoneyChangeText(amount: string | number | null, how: CompactMoney): string {
  return withPlus(compactMoneyText(amount, how));
}

/** A cell of a money column whose header says the unit: 万元 in Chinese, thousands in English. Two decimals unless told. */
export function moneyColumnText(amount: string | number | null, lang: Lang, decimals = 2): string {
  const value = amount === null ? null : readDecimal(amount);
  return value ? grouped(value.dividedBy(lang === 'zh' ? 10_000 : 1_000), decimals) : NONE;
}

/** The unit for the header of such a column: `万元`, `¥K`. */
export function moneyColumnUnit(lang: Lang, currency = 'CNY'): string {
  if (lang === 'en') return `${currencySymbol(currency)}K`;
  return currency === 'CNY' ? '万元' : `万 ${currency}`;
}

function signed(digits: string, symbol: string): string {
  return digits.startsWith(MINUS) ? MINUS + symbol + digits.slice(MINUS.length) : symbol + digits;
}

/** Each step starts where the step below, rounded, would reach its limit: 99,999,999 is 1.00亿, not 10,000.0万. */
function chinese(value: Exact, strip: boolean): string {
  const wan = value.dividedBy(10_000);
  const decimals = strip && wan.abs().greaterThanOrEqualTo(1_000) ? 0 : 1;
  const rounded = wan.toDecimalPlaces(decimals, Exact.ROUND_HALF_UP).abs();
  if (rounded.greaterThanOrEqualTo(10_000)) return `${grouped(value.dividedBy(100_000_000), 2)}亿`;
  const whole = value.toDecimalPlaces(0, Exact.ROUND_HALF_UP).abs();
  return whole.greaterThanOrEqualTo(10_000) ? `${grouped(wan, decimals)}万` : grouped(value, 0);
}

function english(value: Exact): string {
  const units = ['', 'K', 'M', 'B', 'T', 'Q'];
  let scaled = value;
  for (const unit of units) {
    const decimals = unit === '' || scaled.abs().greaterThanOrEqualTo('99.95') ? 0 : 1;
    const rounded = scaled.toDecimalPlaces(decimals, Exact.ROUND_HALF_UP).abs();
    if (rounded.lessThan(1_000) || unit === 'Q') return grouped(scaled, decimals) + unit;
    scaled = scaled.dividedBy(1_000);
  }
  return grouped(value, 0);
}
