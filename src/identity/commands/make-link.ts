import type { Step } from '#kernel/command.ts';
import { publicUrl } from '#kernel/public-url.ts';
import { hashToken, newToken } from '#kernel/secrets.ts';
import { linkLife } from '../model.ts';
import { lockLogin, saveLink } from '../store/logins.ts';
import { lockPerson } from '../store/people.ts';

export interface Link {
  readonly url: string;
  readonly email: string;
  readonly name: string;
  readonly organisation: string;
  readonly locale: string;
}

/**
 * Makes a single-use link for a person: an invitation (7 days) or a password reset (30 minutes). The token stands behind
 * the `#`, which browsers send to no server, so it appears in no log. Null when the person cannot use one any more.
 */
export async function makeLink(
  userId: string,
  purpose: 'invite' | 'reset',
  step: Step,
): Promise<Link | null> {
  const { actor, tx, now } = step;
  const login = await lockLogin(tx, actor.orgId, userId);
  const person = await lockPerson(tx, actor.orgId, userId);
  const wanted = purpose === 'invite' ? 'invited' : 'active';
  if (!login || login.disabled || person?.status !== wanted) return null;

  const token = newToken();
  const expiresAt = new Date(now.getTime() + linkLife[purpose]);
  await saveLink(tx, { hash: hashToken(token), purpose, orgId: actor.orgId, userId, now, expiresAt });
  const page = purpose === 'invite' ? 'invitation' : 'reset-password';
  const { name, locale } = person;
  return {
    url: `${publicUrl()}/${page}#${token}`,
    email: login.email,
    name,
    organisation: actor.org.name,
    locale,
  };
}
