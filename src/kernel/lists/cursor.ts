import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../values/refusal.ts';

let secret = 'tests only';

/** Set once at start from the server's secret. */
export function setCursorSecret(value: string): void {
  secret = value;
}

const sign = (payload: string, binding: string) =>
  createHmac('sha256', secret).update(binding).update('\n').update(payload).digest().subarray(0, 16);

/** Where the next page starts, signed and bound to organisation, person, filter and sort. */
export function writeCursor(values: readonly (string | null)[], binding: string): string {
  const payload = Buffer.from(JSON.stringify(values)).toString('base64url');
  return `${payload}.${sign(payload, binding).toString('base64url')}`;
}

/** Reads a cursor back; refuses one that was made for anybody or anything else. */
export function readCursor(cursor: string, binding: string): (string | null)[] {
  const [payload = '', signature = ''] = cursor.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = sign(payload, binding);
  if (given.length !== right.length || !timingSafeEqual(given, right))
    throw new Refusal('input', 'bad_input', { errors: [{ field: 'cursor', code: 'cursor_not_yours' }] });
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as (string | null)[];
}
