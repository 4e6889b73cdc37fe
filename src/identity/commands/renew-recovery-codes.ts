import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import type * as contract from '../contract/account.ts';
import { recoveryCodesMade } from '../events.ts';
import { type BrowserCaller, confirmPassword } from './confirm-password.ts';
import { lockOwnLogin } from './lock-own-login.ts';
import { stepOf } from './open-session.ts';
import { saveRecoveryCodes } from './save-recovery-codes.ts';

/** Makes ten new recovery codes; the old ones stop working. */
export async function renewRecoveryCodes(
  { password }: Input<typeof contract.renewRecoveryCodes>,
  caller: BrowserCaller,
  visit: Visit,
): Promise<Output<typeof contract.renewRecoveryCodes>> {
  await confirmPassword(caller, password, visit);
  return visit.transaction(caller.orgId, async (tx, now) => {
    const login = await lockOwnLogin(tx, caller);
    if (!login.totpEnabled) throw new Refusal('rule', 'not_on');
    const recoveryCodes = await saveRecoveryCodes(tx, login.email);
    const step = await stepOf(tx, caller, visit, now);
    await announce(step, recoveryCodesMade, {
      subject: caller.userId,
      data: { count: recoveryCodes.length },
    });
    return { recoveryCodes };
  });
}
