import type { Field } from '#kernel/fields.ts';
import { readAmount } from '#kernel/values/parse-amount.ts';
import { parseDay } from '#kernel/values/parse-date.ts';

type Sent = Readonly<Record<string, unknown>>;

/** What a person or another system wrote, as the field keeps it; what cannot be read stays, and is refused by name. */
export function coerceValue(field: Field, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object' && !Array.isArray(value)) return JSON.stringify(value);
  const list = Array.isArray(value) ? value.map(String) : [String(value).trim()];
  const [text = ''] = list;
  if (text === '' && list.length < 2) return null;
  switch (field.type) {
    case 'integer':
      return /^\d{1,10}$/.test(text) ? Number(text) : (readAmount(text)?.value ?? text);
    case 'money':
      return readAmount(text)?.value ?? text;
    case 'date':
      return parseDay(text) ?? text;
    case 'checkbox':
      return /^(true|1|on|yes|是|y)$/i.test(text);
    case 'choice':
      return choiceOf(field, text);
    case 'multiChoice':
      return (list.length > 1 ? list : text.split(/[,，、;；]/)).map((one) => choiceOf(field, one.trim()));
    default:
      return list.join(', ');
  }
}

function choiceOf(field: Field, text: string): string {
  const folded = text.toLowerCase();
  const found = (field.choices ?? []).find(({ key, label, synonyms = [] }) =>
    [key, label.zh, label.en, ...synonyms].some((name) => name.toLowerCase() === folded),
  );
  return found?.key ?? text;
}

/**
 * The values of a lead out of what was sent, under keys of its catalogue. Only what was asked for travels: owner, score
 * or status in a request are as if they were not there.
 */
export function valuesFor(
  sent: Sent,
  asked: readonly string[],
  fields: readonly Field[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const custom: Record<string, unknown> = {};
  for (const key of asked) {
    const field = fields.find((one) => one.key === key);
    if (!field || sent[key] === undefined) continue;
    const value = coerceValue(field, sent[key]);
    if (value === null || value === '') continue;
    if (field.customKey) custom[field.customKey] = value;
    else values[key] = value;
  }
  return Object.keys(custom).length > 0 ? { ...values, custom } : values;
}
