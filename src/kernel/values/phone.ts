import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A phone as we keep it: E.164, `+8613812345678`, followed by `;ext=8` when an extension was given
 * (the form of RFC 3966), because behind one switchboard sit many people.
 */
export type Phone = string;

const MOBILE = /^1[3-9]\d{9}$/;
// Area codes: 10, 2x, or three digits from 3 to 9; then 7 or 8 digits. 400 and 800 are company hotlines.
const LANDLINE = /^(10|2[0-57-9]|[3-9]\d{2})([1-9]\d{6,7})$/;
const HOTLINE = /^[48]00\d{7}$/;
const EXTENSION = /(?:转|分机|;?\s*ext(?:ension)?\.?|[x#;])\s*(?:号|:|=)?\s*(\d{1,6})$/i;
const LABEL = /^(?:手机号?码?|联系电话|电话|座机|移动电话|tel|phone|mobile|mob|cell)\s*[.:：]?\s*/i;

/**
 * Brings a phone as people write it (full-width digits, `0086-`, spaces, dashes, `021-1234 5678 转 8`) into the
 * form we keep. Numbers without a country are Chinese unless another is given. Null when it is no phone.
 */
export function normalisePhone(text: string, country: CountryCode = 'CN'): Phone | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(LABEL, '')
    .replace(/\([^()\d+]*\)$/, '');
  const extension = EXTENSION.exec(plain)?.[1];
  const body = extension ? plain.replace(EXTENSION, '') : plain;
  if (!/^[\d+][\d\s().\-–—‐‑‒―−~*/·+]*$/.test(body.trim().replace(/^\(/, ''))) return null;
  const digits = body.replace(/\D/g, '');
  const international = body.includes('+') || digits.startsWith('00');
  const e164 = chinese(digits, international, country) ?? foreign(digits, international, country);
  if (!e164) return dashedExtension(body, country);
  return extension ? `${e164};ext=${extension}` : e164;
}

/** Chinese numbers by our own rules: the library's mobile prefixes lag behind the operators' new ones. */
function chinese(digits: string, international: boolean, country: CountryCode): string | null {
  let national = digits.replace(/^0+(?=86)/, '').replace(/^86(?=\d{10})/, '');
  const marked = national.length < digits.replace(/^0+/, '').length;
  if (!marked && (international || country !== 'CN')) return null;
  national = national.replace(/^0(?=\d{10,11}$)|^0(?=[1-9]\d{8,}$)/, '');
  const known = MOBILE.test(national) || HOTLINE.test(national) || LANDLINE.test(national);
  // Without the leading 0 or +86 nobody can tell 10 digits of a landline from a foreign number.
  const certain = marked || digits.startsWith('0') || MOBILE.test(national) || HOTLINE.test(national);
  return known && certain ? `+86${national}` : null;
}

function foreign(digits: string, international: boolean, country: CountryCode): string | null {
  const dialled = international ? `+${digits.replace(/^00/, '')}` : digits;
  const found = parsePhoneNumberFromString(dialled, country);
  return found?.isValid() && found.country !== 'CN' ? found.number : null;
}

/** `021-12345678-8`: the last group is the extension when what stands before it is a whole number. */
function dashedExtension(body: string, country: CountryCode): Phone | null {
  const cut = /^(.*\d)\s*[-–—]\s*(\d{1,5})\s*$/.exec(body);
  const whole = cut?.[1] ? normalisePhone(cut[1], country) : null;
  return whole && !whole.includes(';') && cut ? `${whole};ext=${cut[2]}` : null;
}

function numberOf(phone: Phone): { readonly e164: string; readonly extension: string | undefined } {
  const [e164 = '', extension] = phone.split(';ext=');
  return { e164, extension };
}

/** The number without its extension, for dialling. */
export function dialNumber(phone: Phone): string {
  return numberOf(phone).e164;
}

/** Whether it is a mobile number, by which a person (not a company) is known. Of foreign numbers nothing is claimed. */
export function isMobile(phone: Phone): boolean {
  return mobileKey(phone) !== null;
}

/** The key under which a mobile number may exist only once; null for landlines, hotlines, foreign numbers and none. */
export function mobileKey(phone: Phone | null | undefined): string | null {
  const e164 = phone ? dialNumber(phone) : '';
  return e164.startsWith('+86') && MOBILE.test(e164.slice(3)) ? e164 : null;
}

/** The digits people know by heart: without +86, landlines with their 0; foreign numbers with their country code. */
export function nationalDigits(phone: Phone): string {
  const { e164 } = numberOf(phone);
  if (!e164.startsWith('+86')) return e164.replace(/\D/g, '');
  const national = e164.slice(3);
  return MOBILE.test(national) || HOTLINE.test(national) ? national : `0${national}`;
}

// One-digit and two-digit country codes; all others have three.
const SHORT_CODE = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

function groups(phone: Phone): {
  readonly code: string;
  readonly parts: readonly string[];
  readonly tail: string;
} {
  const { e164, extension } = numberOf(phone);
  const digits = e164.replace(/\D/g, '');
  const tail = extension ? ` 转 ${extension}` : '';
  if (!digits.startsWith('86')) {
    const code = SHORT_CODE.exec(digits)?.[0] ?? digits.slice(0, 3);
    const rest = digits.slice(code.length);
    // North America groups by 3-3-4, everybody else is readable in fours from the end.
    const parts = code === '1' ? cut(rest, 3, 6) : (rest.match(/\d{1,4}(?=(?:\d{4})*$)/g) ?? [rest]);
    return { code: `+${code} `, parts, tail };
  }
  const national = digits.slice(2);
  if (MOBILE.test(national)) return { code: '', parts: cut(national, 3, 7), tail };
  if (HOTLINE.test(national)) return { code: '', parts: cut(national, 3, 6), tail };
  const [, area = '', local = national] = LANDLINE.exec(national) ?? [];
  return { code: area ? `0${area}-` : '', parts: cut(local, local.length - 4), tail };
}

function cut(text: string, ...places: readonly number[]): string[] {
  return [0, ...places].map((from, index) => text.slice(from, places[index]));
}

/** The number as people read it: `138 1234 5678`, `021-1234 5678 转 8`, `400 123 4567`, `+1 415 555 2671`. */
export function displayPhone(phone: Phone): string {
  const { code, parts, tail } = groups(phone);
  return code + parts.join(' ') + tail;
}

/** The number for who may not see it: `138****1234`, `021-****5678`, `+1 ****2671`. Never more than seven digits of it. */
export function maskPhone(phone: Phone): string {
  if (isMobile(phone)) return `${phone.slice(3, 6)}****${phone.slice(10, 14)}`;
  const { e164 } = numberOf(phone);
  const { code } = groups(phone);
  return `${code}****${e164.replace(/\D/g, '').slice(-4)}`;
}
