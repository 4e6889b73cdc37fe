import type { Field } from '#kernel/fields.ts';
import { normaliseEmail } from '#kernel/values/email.ts';
import { readAmount } from '#kernel/values/parse-amount.ts';
import { parseDay } from '#kernel/values/parse-date.ts';
import { normalisePhone } from '#kernel/values/phone.ts';
import type { FileColumn } from '../model.ts';
import { foldHeader } from './fold-header.ts';

/** Fields by the folded header that was mapped to them before; null: left out on purpose. */
export type Remembered = ReadonlyMap<string, string | null>;

interface Guess {
  readonly column: number;
  readonly field: string;
  readonly score: number;
}

/**
 * Suggests a field for every column: as it was mapped last time, else by name and synonym in both languages, else by
 * what the values look like. No field is suggested twice; the better guess wins. A column that is called like one of the
 * `others`, which cannot be imported, is left alone.
 */
export function suggestColumns(
  columns: readonly FileColumn[],
  fields: readonly Field[],
  remembered: Remembered,
  others: readonly Field[] = [],
): (string | null)[] {
  const known = new Set(fields.map((field) => field.key));
  const decided = new Set<number>();
  const foreign = new Set(others.flatMap(namesOf));
  const guesses: Guess[] = [];
  columns.forEach((column, index) => {
    const before = remembered.get(foldHeader(column.header));
    if (before === null) decided.add(index);
    else if (before !== undefined && known.has(before))
      guesses.push({ column: index, field: before, score: 1_000 });
    for (const field of fields) {
      const byName = nameScore(column.header, field);
      if (byName < 200 && foreign.has(foldHeader(column.header))) continue;
      const score = Math.max(byName, valueScore(column, field));
      if (score > 0) guesses.push({ column: index, field: field.key, score });
    }
  });
  const chosen: (string | null)[] = columns.map(() => null);
  const taken = new Set<string>();
  for (const { column, field } of guesses.toSorted((one, other) => other.score - one.score)) {
    if (decided.has(column) || taken.has(field)) continue;
    chosen[column] = field;
    decided.add(column);
    taken.add(field);
  }
  return chosen;
}

/** Everything a field may be called in a file, folded. */
export function namesOf(field: Field): string[] {
  return [field.label.zh, field.label.en, field.key, ...(field.synonyms ?? [])].map(foldHeader);
}

function nameScore(header: string, field: Field): number {
  const folded = foldHeader(header);
  if (folded === '') return 0;
  const names = namesOf(field);
  if (names.includes(folded)) return names[0] === folded ? 201 : 200;
  const inside = names.filter(
    (name) => name.length >= 2 && (folded.includes(name) || (folded.length >= 2 && name.includes(folded))),
  );
  if (inside.length === 0) return 0;
  return 60 + Math.max(...inside.map((name) => Math.min(name.length, folded.length)));
}

function valueScore({ header, samples }: FileColumn, field: Field): number {
  if (samples.length === 0) return 0;
  const share = (fits: (text: string) => boolean) => samples.filter(fits).length / samples.length;
  const named = /日期|时间|date|time/i.test(header);
  switch (field.type) {
    case 'phone':
      return share((text) => normalisePhone(text) !== null) >= 0.7 ? 50 : 0;
    case 'email':
      return share((text) => normaliseEmail(text) !== null) >= 0.7 ? 50 : 0;
    case 'date':
    case 'datetime':
      return named && share((text) => parseDay(text) !== null) >= 0.7 ? 20 : 0;
    case 'money':
      return /金额|预算|amount|price/i.test(header) && share((text) => readAmount(text) !== null) >= 0.7
        ? 20
        : 0;
    default:
      return 0;
  }
}
