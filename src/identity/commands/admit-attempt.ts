import type { Tx } from '#kernel/db.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { type AttemptHistory, decideAttempt, lockMillis } from '../rules/lockout.ts';
import { loadAttempts, lockAttempts, saveFailure } from '../store/attempts.ts';

/** An attempt that has been let in; it already counts as failed until its command takes that back. */
export interface Attempt {
  /** Should it fail, the account is closed to this address from now on. */
  readonly locksNext: boolean;
}

/**
 * Lets an attempt to guess a password or a code in, or refuses it (429). The same for accounts that do not exist,
 * so that nobody learns which do.
 */
export async function admitAttempt(
  tx: Tx,
  { email, ip, kind }: { email: string; ip: string; kind: 'password' | 'code' },
  now: Date,
): Promise<Attempt> {
  await lockAttempts(tx, email);
  const row = await loadAttempts(tx, email, ip, now);
  const history: AttemptHistory = { ...row, pair: { failures: row.pairFailures, last: row.pairLast } };

  const decision = decideAttempt(history, now);
  if ('no' in decision) throw new Refusal('tooMany', decision.no, { detail: decision.detail });

  await saveFailure(tx, email, ip, kind, now);
  return { locksNext: lockMillis(row.pairFailures + 1) > 0 };
}
