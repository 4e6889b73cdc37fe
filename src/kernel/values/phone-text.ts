/** How kept phones are read, written and masked. Apart from their normalisation, which needs the tables of all countries. */

export const MOBILE = /^1[3-9]\d{9}$/;
// Area codes: 10, 2x, or three digits from 3 to 9; then 7 or 8 digits. 400 and 800 are company hotlines.
export const LANDLINE = /^(10|2[0-57-9]|[3-9]\d{2})([1-9]\d{6,7})$/;
export const HOTLINE = /^[48]00\d{7}$/;

/** A kept phone in its two parts: the number, and the extension behind a switchboard. */
export function numberOf(phone: string): { readonly e164: string; readonly extension: string | undefined } {
  const [e164 = '', extension] = phone.split(';ext=');
  return { e164, extension };
}

// One-digit and two-digit country codes; all others have three.
const SHORT_CODE = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

function groups(phone: string): {
  readonly code: string;
  readonly parts: readonly string[];
  readonly extension: string | undefined;
} {
  const { e164, extension } = numberOf(phone);
  const digits = e164.replace(/\D/g, '');
  if (!digits.startsWith('86')) {
    const code = SHORT_CODE.exec(digits)?.[0] ?? digits.slice(0, 3);
    const rest = digits.slice(code.length);
    // North America groups by 3-3-4, everybody else is readable in fours from the end.
    const parts = code === '1' ? cut(rest, 3, 6) : (rest.match(/\d{1,4}(?=(?:\d{4})*$)/g) ?? [rest]);
    return { code: `+${code} `, parts, extension };
  }
  const national = digits.slice(2);
  if (MOBILE.test(national)) return { code: '', parts: cut(national, 3, 7), extension };
  if (HOTLINE.test(national)) return { code: '', parts: cut(national, 3, 6), extension };
  const [, area = '', local = national] = LANDLINE.exec(national) ?? [];
  return { code: area ? `0${area}-` : '', parts: cut(local, local.length - 4), extension };
}

function cut(text: string, ...places: readonly number[]): string[] {
  return [0, ...places].map((from, index) => text.slice(from, places[index]));
}

/**
 * The number as people read it: `138 1234 5678`, `021-1234 5678 转 8`, `400 123 4567`, `+1 415 555 2671`.
 * What is masked stays masked (`138 **** 1234`), and what is no number of ours stays as it was typed.
 */
export function displayPhone(phone: string, locale: 'zh' | 'en' = 'zh'): string {
  if (!phone.startsWith('+')) return phone.replace(/(?<=\d)(?=\*)|(?<=\*)(?=\d)/g, ' ');
  const { code, parts, extension } = groups(phone);
  const tail = extension ? ` ${locale === 'zh' ? '转' : 'ext.'} ${extension}` : '';
  return code + parts.join(' ') + tail;
}

/** The number for who may not see it: `138****1234`, `021-****5678`, `+1 ****2671`. Never more than seven digits of it. */
export function maskPhone(phone: string): string {
  const { e164 } = numberOf(phone);
  if (e164.startsWith('+86') && MOBILE.test(e164.slice(3))) return `${e164.slice(3, 6)}****${e164.slice(10)}`;
  const { code } = groups(phone);
  return `${code}****${e164.replace(/\D/g, '').slice(-4)}`;
}

/** Where a press on the number leads: the dialler; nowhere for what is masked or not there. */
export function telLink(phone: string | null | undefined): string | undefined {
  return phone && !phone.includes('*') ? `tel:${numberOf(phone).e164.replace(/[^\d+]/g, '')}` : undefined;
}
