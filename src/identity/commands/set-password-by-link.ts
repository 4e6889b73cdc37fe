import { raiseStamp } from '#kernel/access-stamp.ts';
import { orBadInput } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { hashPassword, hashToken } from '#kernel/secrets.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import { passwordChanged } from '../events.ts';
import type { Login } from '../model.ts';
import { loadOrg } from '../queries/load-actor.ts';
import { decidePassword } from '../rules/passwords.ts';
import { deleteLinks, lockLink, lockLogin, savePassword, useLink } from '../store/logins.ts';
import { lockPerson, saveStatus } from '../store/people.ts';
import { deleteSessionsOf, revokeKeys } from '../store/sessions.ts';
import { type OpenedSession, openSession, stepOf } from './open-session.ts';

type Purpose = 'invite' | 'reset';

/** Uses a link up and sets the password; an invitation also makes the person active and signs him in. */
export async function setPasswordByLink(
  token: string,
  password: string,
  purpose: Purpose,
  visit: Visit,
): Promise<OpenedSession | null> {
  const owner = await linkOwner(token, purpose, visit);
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

/** Whose link this is; 409 when it has been used, has expired, or its owner may not use it any more. */
export async function linkOwner(
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
