import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

let root: string | null = null;

/** The app hands in the server's secret (SESSION_SECRET) once; every key below is derived from it. */
export function setSealSecret(secret: string): void {
  root = secret;
}

/** A key of its own for one purpose, so that a leak of one says nothing about the others. */
export function keyFor(purpose: string): Buffer {
  if (root === null) throw new Error('the sealing secret is set when the app starts');
  return Buffer.from(hkdfSync('sha256', root, 'yingdan', purpose, 32));
}

/** A secret that must be read again (a signing key, a mail password) as it may lie in the database: AES-256-GCM. */
export function seal(text: string, purpose: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `1.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** The secret again; null when it was sealed by another server secret or touched since. */
export function unseal(sealed: string, purpose: string): string | null {
  const bytes = Buffer.from(sealed.replace(/^1\./, ''), 'base64url');
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12));
    cipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** The signature of a message under a shared secret, hexadecimal. */
export function signature(secret: string, message: string | Buffer): string {
  return createHmac('sha256', secret).update(message).digest('hex');
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function sameText(one: string, other: string): boolean {
  const left = createHmac('sha256', 'compare').update(one).digest();
  const right = createHmac('sha256', 'compare').update(other).digest();
  return timingSafeEqual(left, right);
}
