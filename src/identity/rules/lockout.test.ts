import { describe, expect, it } from 'vitest';
import { type AttemptHistory, decideAttempt, lockMillis } from './lockout.ts';

const now = new Date('2026-03-02T02:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const quiet: AttemptHistory = {
  pair: { failures: 0, last: null },
  addressFailures: 0,
  accountFailures: 0,
  addressKnown: false,
};

describe('an attempt to sign in', () => {
  it('is looked at when nothing speaks against it', () => {
    expect(decideAttempt(quiet, now)).toEqual({ yes: true });
  });
  it('is free up to four failures; the fifth closes the account to the address for 15 minutes', () => {
    expect(decideAttempt({ ...quiet, pair: { failures: 4, last: ago(0) } }, now)).toEqual({ yes: true });
    expect(decideAttempt({ ...quiet, pair: { failures: 5, last: ago(1) } }, now)).toEqual({
      no: 'too_many_attempts',
      detail: { minutes: 14 },
    });
    expect(decideAttempt({ ...quiet, pair: { failures: 5, last: ago(15) } }, now)).toEqual({ yes: true });
  });
  it('waits twice as long after every further failure, a day at most', () => {
    expect([4, 5, 6, 7, 12, 40].map((count) => lockMillis(count) / 60_000)).toEqual([
      0, 15, 30, 60, 1440, 1440,
    ]);
  });
  it('is refused to an address that tries many accounts', () => {
    expect(decideAttempt({ ...quiet, addressFailures: 50 }, now)).toHaveProperty('no');
  });
  it('is refused to strangers while many addresses guess, but not to an address the person has used', () => {
    expect(decideAttempt({ ...quiet, accountFailures: 30 }, now)).toHaveProperty('no');
    expect(decideAttempt({ ...quiet, accountFailures: 3000, addressKnown: true }, now)).toEqual({
      yes: true,
    });
  });
});
