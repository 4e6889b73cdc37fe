import i18next, { type TFunction } from 'i18next';
import { useMemo } from 'react';
import type { Words } from '#kernel/fields.ts';
import { type Locale, localePreference } from './preferences.ts';

type Sentences = Readonly<Record<string, string>>;

/** The names a sentence leaves open: `{{n}} 条` needs `n`. */
type Open<Sentence extends string> = Sentence extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Open<Rest>
  : never;

type Filled<Sentence extends string> = { readonly [Name in Open<Sentence>]: string | number };

/**
 * English (or any other language) of the same words. Every key of the Chinese file must be there;
 * `key_one` beside `key` is the singular, chosen by `count`.
 */
export type Translation<Zh extends Sentences> = { readonly [K in keyof Zh]: string } & {
  readonly [K in keyof Zh as `${K & string}_one`]?: string;
};

/** `w('claim')`, `w('held', { n: 43 })`: a missing key or a missing name does not compile. */
export type Say<Zh extends Sentences> = <K extends keyof Zh & string>(
  key: K,
  ...values: [Open<Zh[K]>] extends [never]
    ? [{ readonly count?: number }?]
    : [Filled<Zh[K]> & { readonly count?: number }]
) => string;

export interface WordBook<Zh extends Sentences> {
  /** In a component: follows the language as it is switched. */
  readonly use: () => Say<Zh>;
  /** Outside components, in a given language (the present one when left out). */
  readonly in: (locale?: Locale) => Say<Zh>;
  /** For codes that come from the server (a refusal): the sentence, or undefined when this book has none. */
  readonly maybe: (key: string, values?: Readonly<Record<string, unknown>>) => string | undefined;
}

void i18next.init({
  initAsync: false,
  lng: localePreference.get(),
  fallbackLng: false,
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});

localePreference.listen(() => void i18next.changeLanguage(localePreference.get()));

const books: string[] = [];

/** Adds one slice's words: `export const words = defineWords('leads', zh, en)`; in a screen `const w = words.use()`. */
export function defineWords<const Zh extends Sentences>(
  name: string,
  zh: Zh,
  en: Translation<Zh>,
): WordBook<Zh> {
  i18next.addResourceBundle('zh', name, zh, false, true);
  i18next.addResourceBundle('en', name, en, false, true);
  if (!books.includes(name)) books.push(name);
  function say(locale: Locale): Say<Zh> {
    const t: TFunction = i18next.getFixedT(locale, name);
    return (key, ...values) => t(key, { ...values[0] });
  }
  return {
    use: () => {
      const locale = localePreference.use();
      return useMemo(() => say(locale), [locale]);
    },
    in: (locale = localePreference.get()) => say(locale),
    maybe: (key, values) => sentenceIn(name, key, values),
  };
}

function sentenceIn(
  book: string,
  key: string,
  values?: Readonly<Record<string, unknown>>,
): string | undefined {
  const lng = localePreference.get();
  return i18next.exists(key, { ns: book, lng }) ? i18next.t(key, { ns: book, lng, ...values }) : undefined;
}

/**
 * The sentence for a refusal code, wherever a slice declared it: `refusal.pool_full` or plain `pool_full`.
 * The named book is asked first.
 */
export function refusalSentence(
  code: string,
  values?: Readonly<Record<string, unknown>>,
  book?: string,
): string | undefined {
  for (const name of book ? [book, ...books] : books) {
    const found = sentenceIn(name, `refusal.${code}`, values) ?? sentenceIn(name, code, values);
    if (found) return found;
  }
  return undefined;
}

/** Picks the language out of words declared beside the thing they name (field labels, choices). */
export function useLabel(): (words: Words) => string {
  const locale = localePreference.use();
  return (words) => words[locale];
}
