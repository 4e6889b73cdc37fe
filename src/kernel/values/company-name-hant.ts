import { Converter } from 'opencc-js/t2cn';
import { companyCore, companyHearts, companyKey } from './company-name.ts';

// 400 kB of dictionary: this file is for the server, the browser imports company-name.ts.
const toSimplified = Converter({ from: 't', to: 'cn' });

/** Traditional characters as simplified ones: `華為技術` → `华为技术`. */
export function simplified(text: string): string {
  return toSimplified(text);
}

/** Both comparison forms of a company name as the database keeps them, traditional and simplified spellings alike. */
export function companyKeys(name: string): { readonly key: string; readonly core: string } {
  return { key: companyKey(name, toSimplified), core: companyCore(name, toSimplified) };
}

/** The hearts of a name as `companyHearts` reads them, traditional and simplified spellings alike. */
export function companyReadings(name: string): ReturnType<typeof companyHearts> & { readonly key: string } {
  return { key: companyKey(name, toSimplified), ...companyHearts(name, toSimplified) };
}
