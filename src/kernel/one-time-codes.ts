import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const stepMillis = 30_000;

function generator(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Yingdan',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    secret: Secret.fromBase32(secret),
  });
}

/** A new secret for an authenticator app, base32. */
export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code of the enrolment says. */
export function codeUri(secret: string, label: string): string {
  return generator(secret, label).toString();
}

/** The 30-second step a code belongs to, one step early or late allowed; null when it fits none. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = generator(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / stepMillis) + delta;
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten single-use codes for the day the phone is lost: `k7dm-2xqp-…`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const letters = Array.from(randomBytes(16), (byte) => alphabet[byte % alphabet.length] ?? 'x').join('');
    return letters.replace(/(.{4})(?=.)/g, '$1-');
  });
}
