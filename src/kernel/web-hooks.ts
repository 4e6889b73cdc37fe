import { createHmac } from 'node:crypto';
import { sameText } from './sealing.ts';
import { newToken } from './secrets.ts';

/** How a message is signed (Standard Webhooks): its id, its moment and its body, so that none can be changed alone. */
export interface SignedHeaders {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

/** How far a sender's clock may be off, and how long a captured message could be sent again. */
const windowSeconds = 300;

/** A new signing key as senders expect it. */
export function newHookSecret(): string {
  return `whsec_${Buffer.from(newToken(), 'base64url').toString('base64')}`;
}

/** The signature of a message, `v1,…`. */
export function hookSignature(secret: string, id: string, timestamp: string, body: Buffer | string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return `v1,${signed}`;
}

/** Whether a message was made by who has the secret, just now. Several signatures stand side by side while a key changes. */
export function isSigned(secret: string, headers: SignedHeaders, body: Buffer | string, now: Date): boolean {
  const { id, timestamp, signature } = headers;
  if (!id || !timestamp || !signature || id.length > 200 || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > windowSeconds) return false;
  const right = hookSignature(secret, id, timestamp, body);
  return signature
    .split(' ')
    .slice(0, 10)
    .some((one) => sameText(one, right));
}
