/** The two languages the product speaks. */
export type Lang = 'zh' | 'en';

/** The language of a browser or mail locale: everything that is not Chinese reads English. */
export function langOf(locale: string): Lang {
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
