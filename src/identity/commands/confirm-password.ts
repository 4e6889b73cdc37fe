import { verifyPassword } from '#kernel/secrets.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import type { Login } from '../model.ts';
import { forgiveFailures } from '../store/attempts.ts';
import { lockLogin } from '../store/logins.ts';
import { admitAttempt } from './admit-attempt.ts';

/** Who is signed in in a browser; an API key may never touch passwords, codes or keys. */
export interface BrowserCaller {
  readonly orgId: string;
  readonly userId: string;
  readonly sessionId: string | null;
}

/** Refuses (409) whoever did not come by a browser session. */
export function requireBrowser(caller: BrowserCaller): void {
  if (caller.sessionId === null) throw new Refusal('rule', 'only_in_browser');
}

/**
 * Asks a signed-in person for his password again before something that a stolen session must not do. Guesses count
 * like failed sign-ins. Gives the login as it was checked; whoever then saves compares it once more under lock.
 */
export async function confirmPassword(caller: BrowserCaller, password: string, visit: Visit): Promise<Login> {
  requireBrowser(caller);
  const login = await visit.transaction(null, async (tx, now) => {
    const found = await lockLogin(tx, caller.orgId, caller.userId);
    if (!found || found.disabled) throw new Refusal('unauthenticated', 'not_signed_in');
    await admitAttempt(tx, { email: found.email, ip: visit.ip, kind: 'password' }, now);
    return found;
  });
  if (!(await verifyPassword(login.passwordHash, password))) throw new Refusal('rule', 'wrong_password');
  await visit.transaction(null, (tx) => forgiveFailures(tx, login.email, visit.ip, 'password'));
  return login;
}
