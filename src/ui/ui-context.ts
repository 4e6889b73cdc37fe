import { createContext, useContext } from 'react';
import type { LookupOption } from './field-spec.ts';
import type { Mode } from './theme.ts';
import { uiWordsEn } from './words.en.ts';
import { type UiWords, uiWordsZh } from './words.zh.ts';

export type Locale = 'zh' | 'en';

export interface UiSettings {
  readonly locale: Locale;
  readonly mode: Mode;
  readonly words: UiWords;
  /** IANA zone in which days and times are shown. */
  readonly zone: string;
  /** Follows a link inside the product without loading the page again. */
  readonly navigate: (href: string) => void;
  /** Candidates for a user or reference field. */
  readonly lookup: (object: string, query: string) => Promise<readonly LookupOption[]>;
  /** Names of ids already chosen. */
  readonly namesOf: (object: string, ids: readonly string[]) => Promise<readonly LookupOption[]>;
}

export const outsideProvider: UiSettings = {
  locale: 'zh',
  mode: 'light',
  words: uiWordsZh,
  zone: 'Asia/Shanghai',
  navigate: (href) => window.location.assign(href),
  lookup: async () => [],
  namesOf: async () => [],
};

export const UiContext = createContext<UiSettings>(outsideProvider);

export function useUi(): UiSettings {
  return useContext(UiContext);
}

/** The ui's own words in the language of the person looking. */
export function useUiWords(): UiWords {
  return useContext(UiContext).words;
}

export function uiWords(locale: Locale): UiWords {
  return locale === 'zh' ? uiWordsZh : uiWordsEn;
}
