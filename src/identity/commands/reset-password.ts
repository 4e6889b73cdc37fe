import type { Input } from '#kernel/contract.ts';
import type { Visit } from '#kernel/visit.ts';
import type * as contract from '../contract/sign-in.ts';
import { setPasswordByLink } from './set-password-by-link.ts';

/**
 * Sets a new password by a link from the mail, once. All sessions end and all API keys are revoked: whoever resets a
 * password may have lost more than that. With the second step on, signing in still asks for the code.
 */
export async function resetPassword(
  { token, password }: Input<typeof contract.resetPassword>,
  visit: Visit,
): Promise<void> {
  await setPasswordByLink(token, password, 'reset', visit);
}
