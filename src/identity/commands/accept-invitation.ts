import type { Input } from '#kernel/contract.ts';
import type { Visit } from '#kernel/visit.ts';
import type * as contract from '../contract/sign-in.ts';
import type { OpenedSession } from './open-session.ts';
import { setPasswordByLink } from './set-password-by-link.ts';

/** Accepts an invitation: a password of one's own, the account is active, and the person is signed in. */
export async function acceptInvitation(
  { token, password }: Input<typeof contract.acceptInvitation>,
  visit: Visit,
): Promise<OpenedSession | null> {
  return setPasswordByLink(token, password, 'invite', visit);
}
