import type { Input } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type { Visit } from '#kernel/visit.ts';
import type * as contract from '../contract/account.ts';
import { secondStepChanged } from '../events.ts';
import { saveCodeSecret } from '../store/logins.ts';
import { type BrowserCaller, confirmPassword } from './confirm-password.ts';
import { lockOwnLogin } from './lock-own-login.ts';
import { stepOf } from './open-session.ts';

/** Switches the second step off, after the password has been typed again. */
export async function disableSecondStep(
  { password }: Input<typeof contract.disableSecondStep>,
  caller: BrowserCaller,
  visit: Visit,
): Promise<void> {
  await confirmPassword(caller, password, visit);
  await visit.transaction(caller.orgId, async (tx, now) => {
    const login = await lockOwnLogin(tx, caller);
    if (!login.totpSecret) return;
    await saveCodeSecret(tx, login.email, null, null);
    const step = await stepOf(tx, caller, visit, now);
    await announce(step, secondStepChanged, { subject: caller.userId, data: { enabled: false } });
  });
}
