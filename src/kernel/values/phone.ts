import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { HOTLINE, LANDLINE, MOBILE, numberOf } from './phone-text.ts';

/**
 * A phone as we keep it: E.164, `+8613812345678`, followed by `;ext=8` when an extension was given
 * (the form of RFC 3966), because behind one switchboard sit many people.
 */
export type Phone = string;

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
