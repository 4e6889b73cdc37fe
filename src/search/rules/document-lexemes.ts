import { nationalDigits, type Phone } from '#kernel/values/phone.ts';
import { searchTokens } from '#kernel/values/pinyin.ts';

/** The texts one record is found by, as its fields have them. */
export interface DocumentTexts {
  readonly name: string;
  readonly others: readonly string[];
  readonly phones: readonly Phone[];
  readonly ownerId: string | null;
}

/** Letters in notes beyond this are not indexed: search is for names. */
const longestText = 200;

/**
 * The search vector of a record in text form. Weights keep apart what not everybody may search: A the name, B other
 * fields, C pieces of phones, D whole phones and whose it is.
 */
export function documentLexemes({ name, others, phones, ownerId }: DocumentTexts): string {
  const places = new Map<string, string[]>();
  const add = (lexeme: string, place: string) => {
    const known = places.get(lexeme);
    if (!known) places.set(lexeme, [place]);
    else if (!known.includes(place)) known.push(place);
  };
  for (const token of searchTokens(name)) add(token, '1A');
  for (const text of others) for (const token of searchTokens(text.slice(0, longestText))) add(token, '2B');
  for (const token of searchTokens('', { phones })) add(token, '3C');
  for (const phone of phones) add(wholePhone(phone), '4D');
  add(ownerLexeme(ownerId), '4D');
  return [...places].map(([lexeme, at]) => `${quoted(lexeme)}:${at.join(',')}`).join(' ');
}

/** Whose it is, as a word of the index; nobody's has one too. */
export function ownerLexeme(ownerId: string | null): string {
  return `~${ownerId ?? ''}`;
}

/** The whole number as one word: who sees phones masked may still ask who has called. */
export function wholePhone(phone: Phone): string {
  return `=${nationalDigits(phone)}`;
}

/** A word as a tsvector or tsquery reads it. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, (sign) => sign + sign)}'`;
}
