import type { Field } from './fields.ts';
import { normaliseEmail } from './values/email.ts';
import { money } from './values/money.ts';
import { normalisePhone } from './values/phone.ts';
import { cleanLongText, cleanText } from './values/text.ts';
import { normaliseUscc } from './values/uscc.ts';

interface Cleaned {
  readonly value: unknown;
  readonly problem?: string;
}

/** Brings one sent value into its stored form; empty text is null. */
export function cleanValue(field: Field, value: unknown): Cleaned {
  if (value === null || value === undefined) return { value: null };
  if (typeof value !== 'string') return cleanOther(field, value);
  const text = field.type === 'longText' ? cleanLongText(value) : cleanText(value);
  if (text === '') return { value: null };
  switch (field.type) {
    case 'phone': {
      const phone = normalisePhone(text);
      return phone ? { value: phone } : { value: null, problem: 'not_a_phone' };
    }
    case 'email': {
      const email = normaliseEmail(text);
      return email ? { value: email } : { value: null, problem: 'not_an_email' };
    }
    case 'money':
      return bounded(field, money(text));
    case 'number':
    case 'percent':
      return bounded(field, text);
    case 'datetime':
      return { value: new Date(text) };
    default:
      return field.format === 'creditCode' ? creditCode(text) : { value: text };
  }
}

function creditCode(text: string): Cleaned {
  const code = normaliseUscc(text);
  return code ? { value: code } : { value: null, problem: 'not_a_credit_code' };
}

function bounded(field: Field, text: string): Cleaned {
  if (field.min !== undefined && Number(text) < Number(field.min))
    return { value: null, problem: 'too_small' };
  if (field.max !== undefined && Number(text) > Number(field.max)) return { value: null, problem: 'too_big' };
  return { value: text };
}

function cleanOther(field: Field, value: unknown): Cleaned {
  if (field.type === 'multiChoice' && Array.isArray(value)) {
    const distinct = [...new Set(value)];
    return { value: distinct.length > 0 ? distinct : null };
  }
  return { value };
}
