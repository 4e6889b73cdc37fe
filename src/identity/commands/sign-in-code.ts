import type { Input } from '#kernel/contract.ts';
import type { Tx } from '#kernel/db.ts';
import { stepOfCode } from '#kernel/one-time-codes.ts';
import { announce } from '#kernel/outbox.ts';
import { hashToken } from '#kernel/secrets.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import type * as contract from '../contract/sign-in.ts';
import { signInFailed } from '../events.ts';
import type { Login } from '../model.ts';
import { decideCode, wrongCodesAtMost } from '../rules/second-step.ts';
import { forgiveFailures } from '../store/attempts.ts';
import { lockLogin, saveRecoveryHashes, saveUsedStep } from '../store/logins.ts';
import { countWrongCode, deleteSession, lockPendingSession } from '../store/sessions.ts';
import { admitAttempt } from './admit-attempt.ts';
import { type OpenedSession, openSession, stepOf } from './open-session.ts';

/**
 * Turns half a session into a whole one for the right code or an unused recovery code.
 * Five wrong codes throw the half session away; wrong codes also count against account and address.
 */
export async function signInCode(
  { code }: Input<typeof contract.signInCode>,
  visit: Visit,
  token: string | null,
): Promise<OpenedSession> {
  const hash = hashToken(token ?? '');
  const pending = await visit.transaction(null, (tx, now) => lockPendingSession(tx, hash, now));
  if (!pending) throw new Refusal('unauthenticated', 'sign_in_again');

  // A wrong code must stay counted, so the transaction commits before the refusal is thrown.
  const session = await visit.transaction(pending.orgId, async (tx, now) => {
    const again = await lockPendingSession(tx, hash, now);
    const login = again && (await lockLogin(tx, again.orgId, again.userId));
    if (!again || !login || login.disabled) throw new Refusal('unauthenticated', 'sign_in_again');
    const attempt = await admitAttempt(tx, { email: login.email, ip: visit.ip, kind: 'code' }, now);
    if (await acceptCode(tx, login, code, now)) {
      await deleteSession(tx, hash);
      await forgiveFailures(tx, login.email, visit.ip, 'all');
      return openSession(tx, login, visit, now, true);
    }
    if (again.codeFailures + 1 >= wrongCodesAtMost) await deleteSession(tx, hash);
    else await countWrongCode(tx, hash);
    const step = await stepOf(tx, login, visit, now);
    const data = { ip: visit.ip, email: login.email, step: 'code' as const, locked: attempt.locksNext };
    await announce(step, signInFailed, { subject: login.userId, data });
    return null;
  });
  if (!session) throw new Refusal('unauthenticated', 'wrong_code');
  return session;
}

async function acceptCode(tx: Tx, login: Login, code: string, now: Date): Promise<boolean> {
  if (/^\d{6}$/.test(code)) {
    const step = login.totpSecret === null ? null : stepOfCode(login.totpSecret, code, now);
    const decision = decideCode(step, login.totpLastStep);
    if ('no' in decision) return false;
    await saveUsedStep(tx, login.email, decision.yes);
    return true;
  }
  const hash = hashToken(code.toLowerCase()).toString('hex');
  if (!login.recoveryHashes.includes(hash)) return false;
  await saveRecoveryHashes(
    tx,
    login.email,
    login.recoveryHashes.filter((one) => one !== hash),
  );
  return true;
}
