import type { Input, Output } from '#kernel/contract.ts';
import type { Tx } from '#kernel/db.ts';
import { codeUri, newCodeSecret, newRecoveryCodes, stepOfCode } from '#kernel/one-time-codes.ts';
import { announce } from '#kernel/outbox.ts';
import { hashToken } from '#kernel/secrets.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import type * as contract from '../contract/account.ts';
import { recoveryCodesMade, secondStepChanged } from '../events.ts';
import type { Login } from '../model.ts';
import { decideCode } from '../rules/second-step.ts';
import { forgiveFailures } from '../store/attempts.ts';
import { lockLogin, saveCodeSecret, saveRecoveryHashes, saveUsedStep } from '../store/logins.ts';
import { admitAttempt } from './attempt.ts';
import { type BrowserCaller, confirmPassword, requireBrowser } from './confirm-password.ts';
import { stepOf } from './open-session.ts';

/** Gives a secret for the authenticator app. Nothing changes until a first code proves that the app has it. */
export async function enrolSecondStep(
  caller: BrowserCaller,
  visit: Visit,
): Promise<Output<typeof contract.enrolSecondStep>> {
  requireBrowser(caller);
  return visit.transaction(caller.orgId, async (tx) => {
    const login = await lockOwn(tx, caller);
    if (login.totpEnabled) throw new Refusal('rule', 'already_on');
    const secret = newCodeSecret();
    await saveCodeSecret(tx, login.email, secret, null);
    return { secret, uri: codeUri(secret, login.email) };
  });
}

/** Switches the second step on with the app's first code, and gives ten recovery codes, shown this once. */
export async function confirmSecondStep(
  { code }: Input<typeof contract.confirmSecondStep>,
  caller: BrowserCaller,
  visit: Visit,
): Promise<Output<typeof contract.confirmSecondStep>> {
  requireBrowser(caller);
  const codes = await visit.transaction(caller.orgId, async (tx, now) => {
    const login = await lockOwn(tx, caller);
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
    return saveNewCodes(tx, login.email);
  });
  if (!codes) throw new Refusal('rule', 'wrong_code');
  return { recoveryCodes: codes };
}

/** Switches the second step off, after the password has been typed again. */
export async function disableSecondStep(
  { password }: Input<typeof contract.disableSecondStep>,
  caller: BrowserCaller,
  visit: Visit,
): Promise<void> {
  await confirmPassword(caller, password, visit);
  await visit.transaction(caller.orgId, async (tx, now) => {
    const login = await lockOwn(tx, caller);
    if (!login.totpSecret) return;
    await saveCodeSecret(tx, login.email, null, null);
    const step = await stepOf(tx, caller, visit, now);
    await announce(step, secondStepChanged, { subject: caller.userId, data: { enabled: false } });
  });
}

/** Makes ten new recovery codes; the old ones stop working. */
export async function renewRecoveryCodes(
  { password }: Input<typeof contract.renewRecoveryCodes>,
  caller: BrowserCaller,
  visit: Visit,
): Promise<Output<typeof contract.renewRecoveryCodes>> {
  await confirmPassword(caller, password, visit);
  return visit.transaction(caller.orgId, async (tx, now) => {
    const login = await lockOwn(tx, caller);
    if (!login.totpEnabled) throw new Refusal('rule', 'not_on');
    const recoveryCodes = await saveNewCodes(tx, login.email);
    const step = await stepOf(tx, caller, visit, now);
    await announce(step, recoveryCodesMade, {
      subject: caller.userId,
      data: { count: recoveryCodes.length },
    });
    return { recoveryCodes };
  });
}

async function lockOwn(tx: Tx, caller: BrowserCaller): Promise<Login> {
  const login = await lockLogin(tx, caller.orgId, caller.userId);
  if (!login || login.disabled) throw new Refusal('unauthenticated', 'not_signed_in');
  return login;
}

async function saveNewCodes(tx: Tx, email: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await saveRecoveryHashes(
    tx,
    email,
    codes.map((code) => hashToken(code).toString('hex')),
  );
  return codes;
}
