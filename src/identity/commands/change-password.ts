import { orBadInput } from '#kernel/command.ts';
import type { Input } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { hashPassword } from '#kernel/secrets.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import type * as contract from '../contract/sign-in.ts';
import { passwordChanged } from '../events.ts';
import { decidePassword } from '../rules/passwords.ts';
import { deleteLinks, lockLogin, savePassword } from '../store/logins.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { type BrowserCaller, confirmPassword } from './confirm-password.ts';
import { type OpenedSession, openSession, stepOf } from './open-session.ts';

/**
 * Changes one's own password. Every session ends, the present one included, and a fresh one opens:
 * a stolen cookie is worth nothing afterwards. API keys go on working; their owner revokes them himself.
 */
export async function changePassword(
  { current, password }: Input<typeof contract.changePassword>,
  caller: BrowserCaller & { readonly name: string },
  visit: Visit,
): Promise<OpenedSession> {
  const checked = await confirmPassword(caller, current, visit);
  orBadInput('password', decidePassword(password, { email: checked.email, name: caller.name }));
  if (password.normalize('NFKC') === current.normalize('NFKC')) throw new Refusal('rule', 'same_password');
  const passwordHash = await hashPassword(password);

  return visit.transaction(caller.orgId, async (tx, now) => {
    const login = await lockLogin(tx, caller.orgId, caller.userId);
    if (!login || login.disabled || login.passwordHash !== checked.passwordHash)
      throw new Refusal('rule', 'wrong_password');
    await savePassword(tx, login.email, passwordHash, now);
    await deleteLinks(tx, caller.orgId, caller.userId, 'reset');
    await deleteSessionsOf(tx, caller.orgId, caller.userId);
    const step = await stepOf(tx, caller, visit, now);
    await announce(step, passwordChanged, { subject: caller.userId, data: { by: 'self' } });
    return openSession(tx, login, visit, now, login.totpEnabled);
  });
}
