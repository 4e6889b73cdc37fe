import type { Output } from '#kernel/contract.ts';
import { codeUri, newCodeSecret } from '#kernel/one-time-codes.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import type * as contract from '../contract/account.ts';
import { saveCodeSecret } from '../store/logins.ts';
import { type BrowserCaller, requireBrowser } from './confirm-password.ts';
import { lockOwnLogin } from './lock-own-login.ts';

/** Gives a secret for the authenticator app. Nothing changes until a first code proves that the app has it. */
export async function enrolSecondStep(
  caller: BrowserCaller,
  visit: Visit,
): Promise<Output<typeof contract.enrolSecondStep>> {
  requireBrowser(caller);
  return visit.transaction(caller.orgId, async (tx) => {
    const login = await lockOwnLogin(tx, caller);
    if (login.totpEnabled) throw new Refusal('rule', 'already_on');
    const secret = newCodeSecret();
    await saveCodeSecret(tx, login.email, secret, null);
    return { secret, uri: codeUri(secret, login.email) };
  });
}
