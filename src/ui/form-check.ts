import type { FieldSpec, FieldValue } from './field-spec.ts';
import type { UiWords } from './words.zh.ts';

export type FormValues = Readonly<Record<string, FieldValue>>;

/** What is wrong and with which field; without a field it stands over the form. */
export interface FormProblem {
  readonly field?: string;
  readonly message: string;
}

export function isBlank(value: FieldValue): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

function shapeProblem(field: FieldSpec, value: FieldValue, words: UiWords): string | undefined {
  const text = String(value).trim();
  if (field.maxLength && text.length > field.maxLength) return words.tooLong(String(field.maxLength));
  switch (field.kind) {
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : words.badEmail;
    case 'url':
      return /^https?:\/\/\S+$/i.test(text) ? undefined : words.badUrl;
    case 'phone':
      return /^[+\d(][\d\s\-()]{4,}((转|ext\.?|x|#)\s*\d{1,6})?$/i.test(text.normalize('NFKC'))
        ? undefined
        : words.badPhone;
    case 'integer':
    case 'number':
    case 'money':
    case 'percent':
      if (!/^-?\d+(\.\d+)?$/.test(text)) return words.badNumber;
      if (field.min !== undefined && Number(text) < Number(field.min)) return words.atLeast(field.min);
      return field.max !== undefined && Number(text) > Number(field.max)
        ? words.atMost(field.max)
        : undefined;
    default:
      return undefined;
  }
}

/** What can be seen to be wrong before the server is asked; the server still decides. */
export function checkField(field: FieldSpec, value: FieldValue, words: UiWords): string | undefined {
  if (field.readOnly) return undefined;
  if (isBlank(value)) return field.required ? words.requiredField(field.label) : undefined;
  return shapeProblem(field, value, words);
}

export function checkForm(fields: readonly FieldSpec[], values: FormValues, words: UiWords): FormProblem[] {
  return fields.flatMap((field) => {
    const message = checkField(field, values[field.key], words);
    return message ? [{ field: field.key, message }] : [];
  });
}

/** What is sent: trimmed, empty text as null; a password exactly as typed. */
export function cleanValues(values: FormValues, fields: readonly FieldSpec[] = []): FormValues {
  const secrets = new Set(fields.filter((field) => field.secret).map((field) => field.key));
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (typeof value !== 'string' || secrets.has(key)) return [key, value];
      const trimmed = value.trim();
      return [key, trimmed === '' ? null : trimmed];
    }),
  );
}
