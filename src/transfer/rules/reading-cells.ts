import type { Field } from '#kernel/fields.ts';
import { Exact } from '#kernel/values/decimal.ts';
import { normaliseEmail } from '#kernel/values/email.ts';
import { isMoney, money } from '#kernel/values/money.ts';
import { plainCell } from '#kernel/values/one-line.ts';
import { readAmount, readSize } from '#kernel/values/parse-amount.ts';
import { type DateOrder, parseDay, parseInstant } from '#kernel/values/parse-date.ts';
import { normalisePhone } from '#kernel/values/phone.ts';
import { cleanLongText, cleanText, foldForSearch } from '#kernel/values/text.ts';
import type { RowReason } from '../model.ts';

/** What a cell may depend on beside its own text. */
export interface CellSetting {
  readonly zone: string;
  readonly currency: string;
  readonly dateOrder: DateOrder | null;
}

type Problem = Pick<RowReason, 'code' | 'detail'>;
export type ReadCell = { readonly value: unknown } | { readonly problem: Problem };

const wrong = (code: string, detail?: Problem['detail']): ReadCell => ({ problem: { code, detail } });
const longest: Partial<Record<Field['type'], number>> = { text: 200, longText: 20_000, url: 2_000 };
/** 1.38E+10: Excel showed a long number short before it was saved, and the digits are gone. */
const SHORTENED = /^\d(?:\.\d+)?E\+\d{2}$/i;

/**
 * Reads one cell as its field means it, however people write it: full-width digits, 1.2亿元, Excel serial dates,
 * choices by label or synonym. An empty cell is null. People and references come back as their names.
 */
export function readCell(field: Field, cell: string, setting: CellSetting): ReadCell {
  const given = plainCell(cell);
  const text = field.type === 'longText' ? cleanLongText(given) : cleanText(given);
  if (text === '' || /^(?:-|—|--|无|n\/a|null)$/i.test(text))
    return { value: field.type === 'longText' && text ? text : null };
  switch (field.type) {
    case 'text':
    case 'longText':
      return readText(field, text);
    case 'phone':
      return readPhone(text);
    case 'email': {
      const email = firstOf(text, normaliseEmail);
      return email ? { value: email } : wrong('not_an_email');
    }
    case 'url':
      return readUrl(field, text);
    case 'money':
      return readMoney(field, text, setting);
    case 'number':
    case 'percent':
      return readNumber(field, text);
    case 'integer':
      return readWhole(field, text);
    case 'date': {
      const day = parseDay(text, setting.dateOrder ?? undefined);
      return day ? { value: day } : wrong(ambiguous(text) ? 'unclear_date' : 'not_a_date');
    }
    case 'datetime': {
      const at = parseInstant(text, setting.zone, setting.dateOrder ?? undefined);
      return at ? { value: at } : wrong(ambiguous(text) ? 'unclear_date' : 'not_a_date');
    }
    case 'choice':
      return readChoice(field, text);
    case 'multiChoice':
      return readChoices(field, text);
    case 'checkbox':
      return readFlag(text);
    case 'user':
    case 'reference':
      return { value: text };
  }
}

function readText(field: Field, text: string): ReadCell {
  const max = field.maxLength ?? longest[field.type] ?? 200;
  if (SHORTENED.test(text)) return wrong('digits_lost');
  return text.length > max ? wrong('too_long', { max }) : { value: text };
}

function readPhone(text: string): ReadCell {
  if (SHORTENED.test(text)) return wrong('digits_lost');
  const phone = firstOf(text, (one) => normalisePhone(one));
  return phone ? { value: phone } : wrong('not_a_phone');
}

/** The whole cell, or the first good one of several in it. */
function firstOf(text: string, read: (text: string) => string | null): string | null {
  const whole = read(text);
  if (whole) return whole;
  for (const piece of text.split(/[,，;；、/|\n]|\s{1,}(?=[1+])/)) {
    const found = piece.trim() ? read(piece) : null;
    if (found) return found;
  }
  return null;
}

function readUrl(field: Field, text: string): ReadCell {
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url) ? readText(field, url) : wrong('not_a_web_address');
}

function readMoney(field: Field, text: string, { currency }: CellSetting): ReadCell {
  const read = readAmount(text);
  if (!read) return wrong('not_an_amount');
  if (read.currency && read.currency !== currency)
    return wrong('other_currency', { currency: read.currency });
  const rounded = new Exact(read.value).toDecimalPlaces(2).toFixed(2);
  return isMoney(rounded) ? bounded(field, money(rounded)) : wrong('too_big');
}

function readNumber(field: Field, text: string): ReadCell {
  const read = readAmount(text.replace(/[%％]$/, ''));
  if (!read) return wrong('not_number');
  const plain = new Exact(read.value).toDecimalPlaces(6).toFixed();
  const whole = plain.replace(/^-/, '').split('.')[0] ?? '';
  return whole.length > 18 ? wrong('too_big') : bounded(field, plain);
}

/** A range counts as its lower end, which is certain: 100-199人 are at least 100. */
function readWhole(field: Field, text: string): ReadCell {
  const range = readSize(text);
  const end = range?.low ?? range?.high;
  if (end == null) return wrong('not_int');
  const value = new Exact(end);
  if (!value.isInteger()) return wrong('not_int');
  if (value.abs().greaterThan(2_147_483_647)) return wrong('too_big');
  const checked = bounded(field, value.toFixed());
  return 'problem' in checked ? checked : { value: value.toNumber() };
}

function bounded(field: Field, value: string): ReadCell {
  const number = new Exact(value);
  if (field.min !== undefined && number.lessThan(field.min)) return wrong('too_small');
  if (field.max !== undefined && number.greaterThan(field.max)) return wrong('too_big');
  return { value };
}

/** 3/4/2026: which of the two is the month nobody can tell. */
function ambiguous(text: string): boolean {
  return /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(text);
}

function readChoice(field: Field, text: string): ReadCell {
  const key = choiceKey(field, text);
  return key === undefined ? wrong('unknown_choice', { value: text.slice(0, 60) }) : { value: key };
}

function readChoices(field: Field, text: string): ReadCell {
  const keys: string[] = [];
  for (const piece of text.split(/[,，;；、/|\n]/)) {
    if (piece.trim() === '') continue;
    const key = choiceKey(field, piece);
    if (key === undefined) return wrong('unknown_choice', { value: piece.trim().slice(0, 60) });
    keys.push(key);
  }
  return { value: [...new Set(keys)] };
}

const spellings = new WeakMap<Field, ReadonlyMap<string, string>>();

function choiceKey(field: Field, text: string): string | undefined {
  let known = spellings.get(field);
  if (!known) {
    known = new Map(
      (field.choices ?? [])
        .toReversed()
        .flatMap(({ key, label, synonyms = [] }) =>
          [...synonyms, label.en, label.zh, key].map((name) => [foldChoice(name), key] as const),
        ),
    );
    spellings.set(field, known);
  }
  return known.get(foldChoice(text));
}

function foldChoice(text: string): string {
  return foldForSearch(text).replace(/[\s_-]/g, '');
}

function readFlag(text: string): ReadCell {
  const word = foldForSearch(text);
  if (/^(?:是|对|有|真|true|yes|y|1|√|✓|✔)$/.test(word)) return { value: true };
  if (/^(?:否|不|没有|假|false|no|n|0|×|✗)$/.test(word)) return { value: false };
  return wrong('not_boolean');
}
