import { normaliseEmail } from '#kernel/values/email.ts';
import { normalisePhone } from '#kernel/values/phone.ts';
import { normaliseUscc } from '#kernel/values/uscc.ts';
import type { Appearance } from '../model.ts';

/** What one line means: an address, a credit code, a phone, or else a name. */
export function readQuestion(text: string): Appearance {
  if (text.includes('@')) {
    const email = normaliseEmail(text);
    return email ? { email } : { website: text.split('@').at(-1) };
  }
  const uscc = normaliseUscc(text);
  if (uscc) return { uscc };
  if (normalisePhone(text)) return { phones: [text] };
  return { name: text };
}
