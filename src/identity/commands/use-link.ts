import { raiseStamp } from '#kernel/access-stamp.ts';
import { orBadInput } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { hashPassword, hashToken } from '#kernel/secrets.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import type * as contract from '../contract/sign-in.ts';
import { passwordChanged } from '../events.ts';
import type { Login } from '../model.ts';
import { loadOrg } from '../queries/load-actor.ts';
import { decidePassword } from '../rules/passwords.ts';
import { deleteLinks, lockLink, lockLogin, savePassword, useLink } from '../store/logins.ts';
import { lockPerson, saveStatus } from '../store/people.ts';
import { deleteSessionsOf, revokeKeys } from '../store/sessions.ts';
import { type OpenedSession, openSession, stepOf } from './open-session.ts';

type Purpose = 'invite' | 'reset';

/** What the page of an invitation shows before the person accepts. */
export async function lookInvitation(
  { token }: Input<typeof contract.lookInvitation>,
  visit: Visit,
): Promise<Output<typeof contract.lookInvitation>> {
  const { email, name, organisation } = await ownerOf(token, 'invite', visit);
  return { email, name, organisation };
}

/**
 * Sets a new password by a link from the mail, once. All sessions end and all API keys are revoked: whoever resets a
 * password may have lost more than that. With the second step on, signing in still asks for the code.
 */
export async function resetPassword(
  { token, password }: Input<typeof contract.resetPassword>,
  visit: Visit,
): Promise<void> {
  await setByLink(token, password, 'reset', visit);
}

/** Accepts an invitation: a password of one's own, the account is active, and the person is signed in. */
export async function acceptInvitation(
  { token, password }: Input<typeof contract.acceptInvitation>,
  visit: Visit,
): Promise<OpenedSession | null> {
  return setByLink(token, password, 'invite', visit);
}

async function setByLink(
  token: string,
  password: string,
  purpose: Purpose,
  visit: Visit,
): Promise<OpenedSession | null> {
  const owner = await ownerOf(token, purpose, visit);
  orBadInput('password', decidePassword(password, owner));
  const passwordHash = await hashPassword(password);

  return visit.transaction(owner.orgId, async (tx, now) => {
    const hash = hashToken(token);
    const login =
      (await lockLink(tx, hash, purpose, now)) && (await lockLogin(tx, owner.orgId, owner.userId));
    if (!login || login.disabled) throw new Refusal('rule', 'link_used_up');
    await useLink(tx, hash, now);
    await deleteLinks(tx, owner.orgId, owner.userId);
    await savePassword(tx, login.email, passwordHash, now);
    await deleteSessionsOf(tx, owner.orgId, owner.userId);
    if (purpose === 'invite') {
      await saveStatus(tx, owner.orgId, owner.userId, 'active');
      await raiseStamp(tx, owner.orgId);
    } else await revokeKeys(tx, owner.orgId, owner.userId, now);
    const step = await stepOf(tx, owner, visit, now);
    const by = purpose === 'invite' ? 'invitation' : 'link';
    await announce(step, passwordChanged, { subject: owner.userId, data: { by } });
    return purpose === 'invite' ? openSession(tx, login, visit, now, false) : null;
  });
}

async function ownerOf(
  token: string,
  purpose: Purpose,
  visit: Visit,
): Promise<Login & { name: string; organisation: string }> {
  const hash = hashToken(token);
  const link = await visit.transaction(null, (tx, now) => lockLink(tx, hash, purpose, now));
  if (!link) throw new Refusal('rule', 'link_used_up');
  return visit.transaction(link.orgId, async (tx) => {
    const login = await lockLogin(tx, link.orgId, link.userId);
    const person = await lockPerson(tx, link.orgId, link.userId);
    if (!login || login.disabled || !person) throw new Refusal('rule', 'link_used_up');
    return { ...login, name: person.name, organisation: (await loadOrg(tx, link.orgId)).name };
  });
}
