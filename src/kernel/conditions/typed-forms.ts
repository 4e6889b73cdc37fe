import type { Field } from '#kernel/fields.ts';
import { normaliseEmail } from '#kernel/values/email.ts';
import { cleanText } from '#kernel/values/text.ts';

/**
 * The stored forms a typed value may have, for “is”: people write `138 1234 5678` and `Li@A.cn`, we keep
 * `+8613812345678` and `li@a.cn`.
 */
export function sameForms(text: string, field: Field): readonly string[] {
  if (field.type === 'phone')
    return phoneForms(text, (digits) => [text, `+86${national(digits)}`, `+${digits}`]);
  if (field.type === 'email') return [normaliseEmail(text) ?? text];
  return field.type === 'longText' ? [text] : [cleanText(text)];
}

/** The same for the beginning of a value: a phone begins with its country in our form, not in people's. */
export function beginningForms(text: string, field: Field): readonly string[] {
  if (field.type !== 'phone') return [text];
  return phoneForms(text, (digits) => [`+86${national(digits)}`, `+${digits}`]);
}

/** The same for a piece of a value: the digits of a phone, however they were spaced. */
export function pieceForms(text: string, field: Field): readonly string[] {
  if (field.type !== 'phone') return [text];
  return phoneForms(text, (digits) => [digits.length > 2 ? digits.replace(/^0/, '') : digits]);
}

// Whoever types a letter or an extension means it; whoever types the + means the form we keep.
function phoneForms(text: string, formsOf: (digits: string) => readonly string[]): readonly string[] {
  const plain = text.normalize('NFKC');
  if (!/^[\d+\s().\-–—]*\d[\d\s().\-–—]*$/.test(plain)) return [text];
  const digits = plain.replace(/\D/g, '').replace(/^00(?=\d)/, '');
  return plain.includes('+') ? [`+${digits}`] : [...new Set(formsOf(digits))];
}

function national(digits: string): string {
  return digits.replace(/^86(?=\d{10})/, '').replace(/^0/, '');
}
