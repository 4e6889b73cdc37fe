import { normalisePhone } from '#kernel/values/phone.ts';
import { searchQuery } from '#kernel/values/pinyin.ts';
import { ownerLexeme, quoted, wholePhone } from './document-lexemes.ts';
import type { SearchReach } from './search-reach.ts';

const allWeights = 'ABC';

/**
 * What somebody typed as a tsquery over the weights he may search; empty when there is nothing to look for.
 * Words of the index that are not texts begin with ~ or =, which nobody can type.
 */
export function searchQuestion(
  text: string,
  { weights, wholePhonesOnly }: Pick<SearchReach, 'weights' | 'wholePhonesOnly'>,
): string {
  const terms = searchQuery(text);
  if (terms === '' || weights === '') return '';
  const limited =
    weights === allWeights
      ? terms
      : terms.replace(
          /'([^']*)'(:\*)?/g,
          (_, word: string, star?: string) => `'${word}':${star ? '*' : ''}${weights}`,
        );
  const phone = wholePhonesOnly ? normalisePhone(text) : null;
  return phone ? `(${limited}) | ${quoted(wholePhone(phone))}` : limited;
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

/** How well a name fits what was typed, small is better: the name itself, its beginning, anywhere. */
export function fitOf(title: string, text: string): number {
  const name = title.toLowerCase();
  const typed = text.trim().toLowerCase();
  if (name === typed) return 0;
  return name.startsWith(typed) ? 1 : 2;
}
