import { isEmail } from '#kernel/values/email.ts';
import { normalisePhone } from '#kernel/values/phone.ts';
import { isUscc } from '#kernel/values/uscc.ts';
import type { Bar } from '../model.ts';

/** A blacklist as somebody writes it: one entry per line, a note behind ` # `. */
export function blacklistText(bars: readonly Bar[]): string {
  return bars
    .map(({ kind, value, note }) => `${kind === 'domain' ? '@' : ''}${value}${note ? ` # ${note}` : ''}`)
    .join('\n');
}

/** Reads the lines; what each is shows by its form: a mobile, an address, a domain behind @, a credit code, else a name. */
export function readBlacklistText(text: string): Bar[] {
  return text
    .split('\n')
    .map((line) => line.split(' # '))
    .flatMap(([raw = '', note]) => {
      const value = raw.trim();
      return value === ''
        ? []
        : [{ kind: kindOf(value), value: value.replace(/^@/, ''), note: note?.trim() || null }];
    });
}

function kindOf(value: string): Bar['kind'] {
  if (value.startsWith('@')) return 'domain';
  if (isEmail(value)) return 'email';
  if (/^[\d+()\s-]+$/.test(value) && normalisePhone(value)) return 'phone';
  return isUscc(value.toUpperCase()) ? 'uscc' : 'company';
}
