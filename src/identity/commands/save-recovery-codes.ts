import type { Tx } from '#kernel/db.ts';
import { newRecoveryCodes } from '#kernel/one-time-codes.ts';
import { hashToken } from '#kernel/secrets.ts';
import { saveRecoveryHashes } from '../store/logins.ts';

/** Makes ten new codes for a login; only their hashes stay, the older ones are gone. */
export async function saveRecoveryCodes(tx: Tx, email: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await saveRecoveryHashes(
    tx,
    email,
    codes.map((code) => hashToken(code).toString('hex')),
  );
  return codes;
}
