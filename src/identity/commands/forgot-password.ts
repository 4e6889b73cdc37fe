import { queueMail } from '#kernel/mail.ts';
import { announce } from '#kernel/outbox.ts';
import { normaliseEmail } from '#kernel/values/email.ts';
import type { Visit } from '#kernel/visit.ts';
import { resetRequested } from '../events.ts';
import { resetLetter } from '../rules/letters.ts';
import { decideLink } from '../rules/link-pace.ts';
import { loadLastLinkAt, loadLoginByEmail, lockLogin } from '../store/logins.ts';
import { makeLink } from './make-link.ts';
import { stepOf } from './open-session.ts';

/**
 * Sends the link to a new password, if there is such an account. The caller must not wait for this:
 * the answer is the same, and as quick, whether or not the account exists.
 */
export async function forgotPassword(email: string, visit: Visit): Promise<void> {
  const address = normaliseEmail(email);
  if (!address) return;
  const login = await visit.transaction(null, (tx) => loadLoginByEmail(tx, address));
  if (!login || login.disabled || login.passwordHash === null) return;
  const { orgId, userId } = login;
  await visit.transaction(orgId, async (tx, now) => {
    await lockLogin(tx, orgId, userId);
    if ('no' in decideLink(await loadLastLinkAt(tx, orgId, userId, 'reset'), now)) return;
    const step = await stepOf(tx, { orgId, userId }, visit, now);
    const link = await makeLink(userId, 'reset', step);
    if (!link) return;
    await queueMail(step, { to: [link.email], ...resetLetter(link), about: userId });
    await announce(step, resetRequested, { subject: userId, data: {} });
  });
}
