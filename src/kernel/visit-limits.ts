import { Refusal } from './values/refusal.ts';

const windowMs = 60_000;
const keysAtMost = 50_000;
let perMinute = 60;
let windows = new Map<string, number>();
let since = 0;

/** How often one address may do the same public thing in a minute; 0 switches the limit off. */
export function setVisitLimit(most: number): void {
  perMinute = most;
  windows = new Map();
}

/**
 * Lets a visitor through, or says (429) that he comes too often. Counted in this server's memory, minute by minute:
 * enough against a robot, and nothing about visitors is written down.
 */
export function admitVisit(key: string, share = 1): void {
  if (perMinute === 0) return;
  const now = Date.now();
  if (now - since > windowMs || windows.size > keysAtMost) {
    windows = new Map();
    since = now;
  }
  const times = (windows.get(key) ?? 0) + 1;
  windows.set(key, times);
  if (times > perMinute * share) throw new Refusal('tooMany', 'too_many_requests');
}
