import { pinyin } from 'pinyin-pro';
import { simplified } from './company-name-hant.ts';
import { dialNumber, nationalDigits, normalisePhone, type Phone } from './phone.ts';
import { foldForSearch } from './text.ts';

// Server only: the pinyin dictionary is heavy.

/** Index entries are cut here, and queries too, so that a prefix of any length still finds. */
const LONGEST = 30;
/** Pinyin only for names: a long text is found by its characters. */
const MOST_SYLLABLES = 60;
const MOST_TERMS = 16;

const CJK = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Hang}]/u;
const CJK_RUN = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Hang}]+/gu;
const CJK_BOUNDARY = new RegExp(`(${CJK_RUN.source})`, 'u');
const HAN = /^\p{sc=Han}$/u;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Simplified, folded, accents of Latin letters dropped: the same for what is stored and what is asked. */
function folded(text: string): string {
  return simplified(foldForSearch(text))
    .normalize('NFD')
    .replace(/(?<=\p{sc=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC');
}

function shortened(word: string): string {
  return [...word].slice(0, LONGEST).join('');
}

/** Runs of CJK characters and runs of everything else that is a letter or digit, in order. */
function runsOf(text: string): string[] {
  return text.match(WORD)?.flatMap((word) => word.split(CJK_BOUNDARY).filter(Boolean)) ?? [];
}

/**
 * Everything a record may be found by, as lexemes of its search vector: single CJK characters and pairs, pinyin from
 * every syllable on (华为技术: huaweijishu, weijishu …), initials likewise (hwjs, wjs …), Latin words, phone digits
 * (whole, last eight, last four).
 */
export function searchTokens(text: string, extra: { readonly phones?: readonly Phone[] } = {}): string[] {
  const tokens = new Set<string>();
  const plain = folded(text);
  // Brackets and spaces inside a name do not count: 一米八（苏州）is also found as 一米八苏州.
  const letters = [...(plain.match(CJK_RUN)?.join('') ?? '')];
  letters.forEach((letter, at) => {
    tokens.add(letter);
    const next = letters[at + 1];
    if (next !== undefined) tokens.add(letter + next);
  });
  addPinyin(tokens, letters.filter((letter) => HAN.test(letter)).slice(0, MOST_SYLLABLES));
  for (const chunk of plain.split(/\s+/)) {
    const words = runsOf(chunk).filter((run) => !CJK.test(run));
    for (const word of words) tokens.add(shortened(word));
    if (words.length > 1) tokens.add(shortened(words.join('')));
  }
  for (const phone of extra.phones ?? []) addPhone(tokens, phone);
  return [...tokens];
}

function addPinyin(tokens: Set<string>, letters: readonly string[]): void {
  const syllables = spelt(letters.join(''), 'off');
  addSuffixes(tokens, syllables);
  // 曾 is zeng as a name and ceng in a sentence: a record may be found by both.
  const asSurname = spelt(letters.slice(0, 2).join(''), 'head');
  if (asSurname.some((syllable, at) => syllable !== syllables[at])) {
    addSuffixes(tokens, [...asSurname, ...syllables.slice(asSurname.length)]);
  }
}

/** One syllable a character, `ü` as `v`; characters without a reading are left out. */
function spelt(text: string, surname: 'off' | 'head'): string[] {
  if (text === '') return [];
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true, surname });
  return syllables.filter((syllable) => /^[a-z]+$/.test(syllable));
}

function addSuffixes(tokens: Set<string>, syllables: readonly string[]): void {
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  syllables.forEach((_, at) => {
    tokens.add(syllables.slice(at).join('').slice(0, LONGEST));
    tokens.add(initials.slice(at, at + LONGEST));
  });
}

function addPhone(tokens: Set<string>, phone: Phone): void {
  const national = nationalDigits(phone);
  tokens.add(dialNumber(phone).replace(/\D/g, ''));
  tokens.add(national);
  tokens.add(national.replace(/^0/, ''));
  for (const length of [8, 7, 4]) tokens.add(national.slice(-length));
}

/**
 * What somebody typed into the search box as a tsquery in text form (use `$1::tsquery`): every word must be there,
 * Latin words and digits as beginnings, CJK by pairs. Empty when there is nothing to search for.
 */
export function searchQuery(text: string): string {
  const digits = phoneDigits(text);
  if (digits) return term(digits, true);
  const terms = new Set<string>();
  for (const run of runsOf(folded(text))) {
    if (CJK.test(run)) for (const pair of pairs([...run])) terms.add(term(pair, false));
    else terms.add(term(shortened(run), true));
  }
  return [...terms].slice(0, MOST_TERMS).join(' & ');
}

/** A whole or partial phone however it is spaced; empty when the text is anything else. */
function phoneDigits(text: string): string {
  const phone = normalisePhone(text);
  if (phone) return nationalDigits(phone);
  const plain = text.normalize('NFKC').trim();
  if (!/^\+?[\d\s()-]+$/.test(plain)) return '';
  return plain
    .replace(/\D/g, '')
    .replace(plain.startsWith('+86') ? /^86(?=\d)/ : /^$/, '')
    .slice(0, LONGEST);
}

function pairs(letters: readonly string[]): string[] {
  return letters.length < 2 ? [...letters] : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

/** Quoted, though only letters and digits get here: a query must not be able to break out. */
function term(word: string, beginning: boolean): string {
  return `'${word.replace(/['\\]/g, '')}'${beginning ? ':*' : ''}`;
}
