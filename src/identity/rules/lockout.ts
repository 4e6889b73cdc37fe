import { type Decision, no, yes } from '#kernel/values/refusal.ts';

const minute = 60_000;

/** What counts against one more attempt to sign in. */
export interface AttemptHistory {
  /** Failures of this account from this address since the last success, within a day. */
  readonly pair: { readonly failures: number; readonly last: Date | null };
  /** Failures from this address on any account, within 15 minutes. */
  readonly addressFailures: number;
  /** Failures of this account from anywhere, within an hour. */
  readonly accountFailures: number;
  /** The person has signed in from this address before. */
  readonly addressKnown: boolean;
}

export const attemptLimits = { pair: 5, address: 50, account: 30 } as const;

/** How long an account stays closed to an address after so many failures: 15 minutes, doubling, a day at most. */
export function lockMillis(failures: number): number {
  if (failures < attemptLimits.pair) return 0;
  return Math.min(15 * minute * 2 ** (failures - attemptLimits.pair), 24 * 60 * minute);
}

/**
 * Decides whether an attempt to sign in is looked at. The lock belongs to account and address together, so a stranger
 * closes the account only to himself; an attack from many addresses closes it to addresses never seen before, for an hour.
 */
export function decideAttempt(history: AttemptHistory, now: Date): Decision<true, 'too_many_attempts'> {
  const { pair } = history;
  const until = (pair.last?.getTime() ?? 0) + lockMillis(pair.failures);
  if (until > now.getTime())
    return no('too_many_attempts', { minutes: Math.ceil((until - now.getTime()) / minute) });
  if (history.addressFailures >= attemptLimits.address) return no('too_many_attempts', { minutes: 15 });
  if (history.accountFailures >= attemptLimits.account && !history.addressKnown)
    return no('too_many_attempts', { minutes: 60 });
  return yes(true);
}
