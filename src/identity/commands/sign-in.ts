import type { Input } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { hashToken, verifyPassword } from '#kernel/secrets.ts';
import { normaliseEmail } from '#kernel/values/email.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import type * as contract from '../contract/sign-in.ts';
import { signInFailed } from '../events.ts';
import type { Login } from '../model.ts';
import { loadOrg, systemActor } from '../queries/load-actor.ts';
import { forgiveFailures } from '../store/attempts.ts';
import { loadLoginByEmail, lockLogin } from '../store/logins.ts';
import { loadFirstOrgId } from '../store/orgs.ts';
import { deleteSession } from '../store/sessions.ts';
import { type Attempt, admitAttempt } from './admit-attempt.ts';
import { type OpenedSession, openPendingSession, openSession } from './open-session.ts';

interface SignedIn extends OpenedSession {
  readonly next: 'done' | 'code';
}

/**
 * Opens a session for the right password; with the second step on, half a session that waits for the code.
 * Unknown, disabled and invited people are refused with the same words after the same work as a wrong password (401).
 * The password is looked at between two transactions: hashing is slow and must not hold a connection.
 */
export async function signIn(
  { email, password }: Input<typeof contract.signIn>,
  visit: Visit,
  oldToken: string | null,
): Promise<SignedIn> {
  const address = normaliseEmail(email) ?? email.toLowerCase();
  const { login, attempt, firstOrgId } = await visit.transaction(null, async (tx, now) => ({
    attempt: await admitAttempt(tx, { email: address, ip: visit.ip, kind: 'password' }, now),
    login: await loadLoginByEmail(tx, address),
    firstOrgId: await loadFirstOrgId(tx),
  }));

  const fits = await verifyPassword(login && !login.disabled ? login.passwordHash : null, password);
  if (!login || !fits) {
    await recordFailure(visit, address, login, attempt, firstOrgId);
    throw new Refusal('unauthenticated', 'wrong_sign_in');
  }

  return visit.transaction(login.orgId, async (tx, now) => {
    const present = await lockLogin(tx, login.orgId, login.userId);
    // Disabled or given a new password while we were hashing.
    if (!present || present.disabled || present.passwordHash !== login.passwordHash)
      throw new Refusal('unauthenticated', 'wrong_sign_in');
    await forgiveFailures(tx, address, visit.ip, 'password');
    if (oldToken) await deleteSession(tx, hashToken(oldToken));
    if (present.totpEnabled) return { next: 'code', ...(await openPendingSession(tx, present, visit, now)) };
    return { next: 'done', ...(await openSession(tx, present, visit, now, false)) };
  });
}

/** A failed sign-in is a fact as well. One for an e-mail nobody has is kept with the (first) organisation itself. */
async function recordFailure(
  visit: Visit,
  email: string,
  login: Login | undefined,
  { locksNext }: Attempt,
  firstOrgId: string | undefined,
): Promise<void> {
  const orgId = login?.orgId ?? firstOrgId;
  if (!orgId) return;
  await visit.transaction(orgId, async (tx, now) => {
    const actor = systemActor(await loadOrg(tx, orgId));
    const data = { ip: visit.ip, email: login?.email ?? email, step: 'password' as const, locked: locksNext };
    const step = { actor, tx, now, source: 'system' as const, requestId: visit.requestId };
    await announce(step, signInFailed, { subject: login?.userId ?? orgId, data });
  });
}
