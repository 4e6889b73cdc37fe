import { readChineseNumber } from './chinese-number.ts';
import { Exact } from './decimal.ts';

export interface ReadAmount {
  /** Plain decimal, `50000000`; `money()` gives it two places. */
  readonly value: string;
  /** ISO code when the text names one. */
  readonly currency: string | null;
}

/** Both ends included; null is open. */
export interface ReadRange {
  readonly low: string | null;
  readonly high: string | null;
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/港元|港币|hk\$|hkd/g, 'HKD'],
  [/日元|日圆|jpy|jp¥/g, 'JPY'],
  [/美元|美金|us\$|usd/g, 'USD'],
  [/欧元|eur|€/g, 'EUR'],
  [/英镑|gbp|£/g, 'GBP'],
  [/人民币|rmb|cny|cn¥|元人民币/g, 'CNY'],
  [/\$/g, 'USD'],
  [/¥/g, 'CNY'],
];
const UNITS: Readonly<Record<string, string>> = {
  '': '1',
  k: '1e3',
  千: '1e3',
  w: '1e4',
  万: '1e4',
  十万: '1e5',
  百万: '1e6',
  m: '1e6',
  千万: '1e7',
  亿: '1e8',
  b: '1e9',
  万亿: '1e12',
};
const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:e\\+?\\d{1,2})?';
const UNIT = '万亿|千万|百万|十万|[千万亿kwmb]';
const PIECES = new RegExp(`(${NUMBER})(${UNIT})?`, 'gy');

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/萬/g, '万')
    .replace(/億/g, '亿')
    .replace(/[−–—―~～至到]/g, '-');
}

/** One number with its unit, or several that follow each other: `1亿2000万`. `shared` is the unit of a range's other end. */
function readValue(text: string, shared = ''): Exact | null {
  const negative = /^-|^\(.*\)$/.test(text);
  const body = text.replace(/^[-+(]|\)$/g, '');
  if (body === '') return null;
  let total = new Exact(0);
  let unit = '';
  let end = 0;
  for (const [whole, digits = '', own] of body.matchAll(PIECES)) {
    unit = own ?? (end === 0 && whole === body ? shared : '');
    total = total.plus(new Exact(digits.replaceAll(',', '')).times(UNITS[unit] ?? 1));
    end += whole.length;
  }
  if (end !== body.length) {
    const written = readChineseNumber(body);
    if (written === null) return null;
    total = new Exact(written);
  }
  return negative ? total.negated() : total;
}

/**
 * Reads an amount as people write it in files: `5000万元`, `1.2亿元`, `50,000,000`, `¥360,000`, `人民币50000万元整`,
 * `3,000万人民币`, `伍仟万元整`. Null when it is not one amount.
 */
export function readAmount(text: string): ReadAmount | null {
  let body = plain(text).replace(/^(?:约|大约|大概|近|超|逾)|(?:左右|上下)$/g, '');
  let currency: string | null = null;
  for (const [words, code] of CURRENCIES) {
    const without = body.replace(words, '');
    if (without !== body) currency ??= code;
    body = without;
  }
  if (/[元圆块]/.test(body)) currency ??= 'CNY';
  body = body.replace(/[元圆块]?[整正钱]?$/, '').replace(/余(?=[万亿]|$)/, '');
  const value = readValue(body);
  return value ? { value: value.toFixed(), currency } : null;
}

const AT_MOST = /^(?:不超过|不多于|不大于|至多|最多|≤|<=)|(?:以下|以内|及以下)$/;
const LESS = /^(?:少于|不足|不到|小于|低于|<)/;
const MORE = /^(?:多于|超过|大于|高于|逾|>)/;
const AT_LEAST = /^(?:不少于|不低于|不小于|至少|最少|≥|>=)|(?:以上|及以上|起|\+|余)$/;

/**
 * Reads a size or a range of whole things: `320`, `800人`, `100-199人`, `少于100人` (0 to 99), `500人以上`, `1万-2万人`.
 * Both ends are included; an exact number has equal ends.
 */
export function readSize(text: string): ReadRange | null {
  const body = plain(text).replace(/[人名个位]|员工|(?:大)?约|左右/g, '');
  const bare = [AT_MOST, AT_LEAST, LESS, MORE].reduce((rest, words) => rest.replace(words, ''), body);
  const [from = '', to, ...more] = bare.split('-');
  if (more.length > 0) return null;
  const unit = new RegExp(`(?:${UNIT})$`).exec(to ?? '')?.[0] ?? '';
  const low = readValue(from, unit);
  const high = to === undefined ? low : readValue(to);
  if (!low || !high || low.greaterThan(high)) return null;
  if (to !== undefined) return { low: low.toFixed(), high: high.toFixed() };
  if (AT_MOST.test(body)) return { low: null, high: low.toFixed() };
  if (AT_LEAST.test(body)) return { low: low.toFixed(), high: null };
  if (LESS.test(body)) return { low: null, high: low.ceil().minus(1).toFixed() };
  if (MORE.test(body)) return { low: low.floor().plus(1).toFixed(), high: null };
  return { low: low.toFixed(), high: low.toFixed() };
}
