import type { Tx } from '#kernel/db.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { Login } from '../model.ts';
import { lockLogin } from '../store/logins.ts';
import type { BrowserCaller } from './confirm-password.ts';

/** The caller's own login, locked; 401 when he has been disabled in the meantime. */
export async function lockOwnLogin(tx: Tx, caller: BrowserCaller): Promise<Login> {
  const login = await lockLogin(tx, caller.orgId, caller.userId);
  if (!login || login.disabled) throw new Refusal('unauthenticated', 'not_signed_in');
  return login;
}
