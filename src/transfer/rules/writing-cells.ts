import type { Field } from '#kernel/fields.ts';
import { dayOf, timeOf } from '#kernel/values/day.ts';

/** A cell to be written, as kernel/sheets takes it. */
export type WrittenCell =
  | null
  | { readonly text: string }
  | { readonly number: string }
  | { readonly money: string }
  | { readonly day: string }
  | { readonly time: string };

export interface Writing {
  readonly lang: 'zh' | 'en';
  readonly zone: string;
  readonly names: Readonly<Record<string, string>>;
}

/**
 * Writes a value as the reader of a list sees it: choices by label, people and records by name, times on the wall
 * clock of the organisation. What was masked stays masked, because it comes masked.
 */
export function writeCell(field: Field, value: unknown, { lang, zone, names }: Writing): WrittenCell {
  if (value === null || value === undefined || value === '') return null;
  if (field.masked && typeof value === 'string' && value.includes('*')) return { text: value };
  switch (field.type) {
    case 'money':
      return isNumber(value) ? { money: String(value) } : { text: String(value) };
    case 'integer':
    case 'number':
    case 'percent':
      return isNumber(value) ? { number: String(value) } : { text: String(value) };
    case 'date':
      return { day: String(value).slice(0, 10) };
    case 'datetime':
      return writeTime(value, zone);
    case 'choice':
      return { text: labelOf(field, String(value), lang) };
    case 'multiChoice':
      return {
        text: (value as string[]).map((key) => labelOf(field, key, lang)).join(lang === 'zh' ? '、' : ', '),
      };
    case 'checkbox':
      return { text: lang === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No' };
    case 'user':
    case 'reference':
      return { text: names[String(value)] ?? String(value) };
    default:
      return { text: String(value) };
  }
}

/** A masked amount is stars, not a number. */
function isNumber(value: unknown): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(String(value));
}

function labelOf(field: Field, key: string, lang: 'zh' | 'en'): string {
  return field.choices?.find((choice) => choice.key === key)?.label[lang] ?? key;
}

function writeTime(value: unknown, zone: string): WrittenCell {
  const at = value instanceof Date ? value : new Date(String(value));
  if (Number.isNaN(at.getTime())) return { text: String(value) };
  const seconds = String(at.getUTCSeconds()).padStart(2, '0');
  return { time: `${dayOf(at, zone)} ${timeOf(at, zone)}:${seconds}` };
}
