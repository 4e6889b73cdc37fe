import type { Input, Output } from '#kernel/contract.ts';
import { stepOfCode } from '#kernel/one-time-codes.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import type * as contract from '../contract/account.ts';
import { secondStepChanged } from '../events.ts';
import { decideCode } from '../rules/second-step.ts';
import { forgiveFailures } from '../store/attempts.ts';
import { saveCodeSecret, saveUsedStep } from '../store/logins.ts';
import { admitAttempt } from './admit-attempt.ts';
import { type BrowserCaller, requireBrowser } from './confirm-password.ts';
import { lockOwnLogin } from './lock-own-login.ts';
import { stepOf } from './open-session.ts';
import { saveRecoveryCodes } from './save-recovery-codes.ts';

/** Switches the second step on with the app's first code, and gives ten recovery codes, shown this once. */
export async function confirmSecondStep(
  { code }: Input<typeof contract.confirmSecondStep>,
  caller: BrowserCaller,
  visit: Visit,
): Promise<Output<typeof contract.confirmSecondStep>> {
  requireBrowser(caller);
  const codes = await visit.transaction(caller.orgId, async (tx, now) => {
    const login = await lockOwnLogin(tx, caller);
    if (login.totpEnabled) throw new Refusal('rule', 'already_on');
    if (login.totpSecret === null) throw new Refusal('rule', 'not_begun');
    await admitAttempt(tx, { email: login.email, ip: visit.ip, kind: 'code' }, now);
    const decision = decideCode(stepOfCode(login.totpSecret, code, now), login.totpLastStep);
    if ('no' in decision) return null;
    await forgiveFailures(tx, login.email, visit.ip, 'all');
    await saveCodeSecret(tx, login.email, login.totpSecret, now);
    await saveUsedStep(tx, login.email, decision.yes);
    const step = await stepOf(tx, caller, visit, now);
    await announce(step, secondStepChanged, { subject: caller.userId, data: { enabled: true } });
    return saveRecoveryCodes(tx, login.email);
  });
  if (!codes) throw new Refusal('rule', 'wrong_code');
  return { recoveryCodes: codes };
}
