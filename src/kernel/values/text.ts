// Control characters, format characters (zero-width, direction-changing) and halves of broken pairs.
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Cs}]--[\t\n\r\u200c\u200d]]/gv;
// Joiners inside a word shape Persian and Indic letters and emoji families; next to anything else they only hide.
const HIDING_JOINER =
  /(?<!\p{L}|\p{M}|\p{ExtPict}|\p{EMod})[\u200c\u200d]|[\u200c\u200d](?!\p{L}|\p{ExtPict})|(?<=\p{scx=Han})[\u200c\u200d]|[\u200c\u200d](?=\p{scx=Han})/gu;

/**
 * What we keep of a line that somebody typed or imported: trimmed, composed (NFC), inner white space as single
 * spaces, without control, zero-width, direction-changing and broken characters, which serve only to deceive or to crash.
 */
export function cleanText(text: string): string {
  return removeUnseen(text).replace(/\s+/g, ' ').trim();
}

/** The same for notes of many lines: line breaks (as `\n`) and tabs stay. */
export function cleanLongText(text: string): string {
  return removeUnseen(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .trim();
}

function removeUnseen(text: string): string {
  return text
    .replace(/[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(UNSEEN, '')
    .replace(HIDING_JOINER, '')
    .normalize('NFC');
}

/** Full-width letters, digits and signs as plain ones, trimmed: `１３８－００` becomes `138-00`. */
export function halfWidth(text: string): string {
  return text.normalize('NFKC').trim();
}

/**
 * The form in which texts are compared and searched: NFKC and lower case, letter by letter as the database
 * does it (a whole-word rule like the Greek final sigma would make the two disagree).
 */
export function foldForSearch(text: string): string {
  let folded = '';
  for (const letter of text.normalize('NFKC')) {
    folded += letter === '\u0130' ? 'i' : letter.toLowerCase();
  }
  return folded;
}

/**
 * Distinct pairs of neighbouring characters of the folded text without white space, or the single character itself.
 * Equal to the SQL function `yd_grams(text)`: the bigram index depends on that.
 */
export function grams(text: string): string[] {
  const letters = [...foldForSearch(text).replace(/\s+/g, '')];
  if (letters.length === 1) return letters;
  const pairs = new Set<string>();
  for (let at = 1; at < letters.length; at += 1) pairs.add(`${letters[at - 1]}${letters[at]}`);
  return [...pairs];
}
