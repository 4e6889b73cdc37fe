import { normalisePhone } from '#kernel/values/phone.ts';
import { searchQuery } from '#kernel/values/pinyin.ts';
import { ownerLexeme, quoted, wholePhone } from './document-lexemes.ts';
import type { SearchReach } from './search-reach.ts';

const allWeights = 'ABC';

/** Pieces of what nearly every company is called: they tell nothing apart, and an index would read its longest lists for them. */
const inEveryName = new Set(
  ['公司', '有限', '限公', '股份', '份有', '集团', '责任', '任公', '限责', '科技', '技有', '贸易'].map(
    quoted,
  ),
);

/** What somebody typed, as tsqueries: the whole, and the part of it that the index is asked. */
export interface SearchQuestion {
  readonly whole: string;
  readonly telling: string;
}

/**
 * What somebody typed as a tsquery over the weights he may search; null when there is nothing to look for.
 * Words of the index that are not texts begin with ~ or =, which nobody can type.
 */
export function searchQuestion(
  text: string,
  { weights, wholePhonesOnly }: Pick<SearchReach, 'weights' | 'wholePhonesOnly'>,
): SearchQuestion | null {
  const terms = searchQuery(text).split(' & ').filter(Boolean);
  if (terms.length === 0 || weights === '') return null;
  const phone = wholePhonesOnly ? normalisePhone(text) : null;
  const ask = (some: readonly string[]) => {
    const limited = some.map((term) => weighed(term, weights)).join(' & ');
    return phone ? `(${limited}) | ${quoted(wholePhone(phone))}` : limited;
  };
  const telling = terms.filter((term) => !inEveryName.has(term));
  return { whole: ask(terms), telling: ask(telling.length > 0 ? telling : terms) };
}

/** `'hw':*` as `'hw':*AB`. */
function weighed(term: string, weights: string): string {
  if (weights === allWeights) return term;
  return term.endsWith(':*') ? `${term}${weights}` : `${term}:${weights}`;
}

/** Each owner is one more list for the index to join; beyond these it costs more than it saves. */
const ownersAtMost = 12;

/** The question narrowed to documents of these people; null asks everybody's, and a large team's are picked later. */
export function ownedBy(question: string, owners: readonly (string | null)[] | null): string {
  if (owners === null || owners.length > ownersAtMost) return question;
  const theirs = owners.map((id) => quoted(ownerLexeme(id))).join(' | ');
  return `(${question}) & (${theirs})`;
}

/** A single letter begins half of all names: it is looked for among the newest only, never in the whole index. */
export function isTooShort(text: string): boolean {
  return /^[\x20-\x7e]$/.test(text.trim());
}

/** Two letters begin some word of every hundredth name: the index would fetch thousands to show the newest few. */
export function isShort(text: string): boolean {
  return /^[\x20-\x7e]{1,2}$/.test(text.trim());
}

/** How well a name fits what was typed, small is better: the name itself, its beginning, anywhere. */
export function fitOf(title: string, text: string): number {
  const name = title.toLowerCase();
  const typed = text.trim().toLowerCase();
  if (name === typed) return 0;
  return name.startsWith(typed) ? 1 : 2;
}
