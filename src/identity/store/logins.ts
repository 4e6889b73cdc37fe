import { sql } from 'kysely';
import type { Tx } from '#kernel/db.ts';
import type { Login } from '../model.ts';

const columns = sql`email, org_id as "orgId", user_id as "userId", password_hash as "passwordHash",
  must_change_password as "mustChangePassword", totp_secret as "totpSecret", totp_enabled_at is not null as "totpEnabled",
  totp_last_step as "totpLastStep", recovery_hashes as "recoveryHashes", disabled_at is not null as disabled`;

export async function loadLoginByEmail(tx: Tx, email: string): Promise<Login | undefined> {
  return (await sql<Login>`select ${columns} from logins where email = ${email}`.execute(tx)).rows[0];
}

/** Locks the login: whatever is decided on its password, code or state waits its turn. */
export async function lockLogin(tx: Tx, orgId: string, userId: string): Promise<Login | undefined> {
  const found = await sql<Login>`
    select ${columns} from logins where org_id = ${orgId}::uuid and user_id = ${userId}::uuid for update`.execute(
    tx,
  );
  return found.rows[0];
}

export async function insertLogin(
  tx: Tx,
  login: {
    email: string;
    orgId: string;
    userId: string;
    passwordHash: string | null;
    mustChangePassword: boolean;
  },
): Promise<boolean> {
  const made = await sql`
    insert into logins (email, org_id, user_id, password_hash, must_change_password)
    values (${login.email}, ${login.orgId}::uuid, ${login.userId}::uuid, ${login.passwordHash}, ${login.mustChangePassword})
    on conflict (email) do nothing`.execute(tx);
  return made.numAffectedRows === 1n;
}

/** False when another account has the e-mail already. */
export async function saveLoginEmail(tx: Tx, login: Login, email: string): Promise<boolean> {
  const taken = await sql`select 1 from logins where email = ${email}`.execute(tx);
  if (taken.rows.length > 0) return false;
  await sql`update logins set email = ${email} where email = ${login.email}`.execute(tx);
  return true;
}

export async function savePassword(tx: Tx, email: string, passwordHash: string, now: Date): Promise<void> {
  await sql`
    update logins set password_hash = ${passwordHash}, must_change_password = false, password_changed_at = ${now}
    where email = ${email}`.execute(tx);
}

export async function saveDisabled(tx: Tx, orgId: string, userId: string, at: Date | null): Promise<void> {
  await sql`
    update logins set disabled_at = ${at}::timestamptz
    where org_id = ${orgId}::uuid and user_id = ${userId}::uuid`.execute(tx);
}

export async function saveUsedStep(tx: Tx, email: string, step: number): Promise<void> {
  await sql`update logins set totp_last_step = ${step} where email = ${email}`.execute(tx);
}

export async function saveRecoveryHashes(tx: Tx, email: string, hashes: readonly string[]): Promise<void> {
  await sql`update logins set recovery_hashes = ${hashes}::text[] where email = ${email}`.execute(tx);
}

export async function saveCodeSecret(
  tx: Tx,
  email: string,
  secret: string | null,
  enabledAt: Date | null,
): Promise<void> {
  await sql`
    update logins set totp_secret = ${secret}, totp_enabled_at = ${enabledAt}::timestamptz,
      totp_last_step = case when ${secret}::text is null then null else totp_last_step end,
      recovery_hashes = case when ${enabledAt}::timestamptz is null then '{}' else recovery_hashes end
    where email = ${email}`.execute(tx);
}

/** Single-use links. A new password link makes the older ones useless; an invitation may be sent twice. */
export async function saveLink(
  tx: Tx,
  link: {
    hash: Buffer;
    purpose: 'invite' | 'reset';
    orgId: string;
    userId: string;
    now: Date;
    expiresAt: Date;
  },
): Promise<void> {
  if (link.purpose === 'reset') await deleteLinks(tx, link.orgId, link.userId, 'reset');
  await sql`
    insert into login_tokens (token_hash, purpose, org_id, user_id, created_at, expires_at)
    values (${link.hash}, ${link.purpose}, ${link.orgId}::uuid, ${link.userId}::uuid, ${link.now}, ${link.expiresAt})`.execute(
    tx,
  );
}

export async function deleteLinks(
  tx: Tx,
  orgId: string,
  userId: string,
  purpose?: 'invite' | 'reset',
): Promise<void> {
  await sql`
    delete from login_tokens where org_id = ${orgId}::uuid and user_id = ${userId}::uuid
      and (${purpose ?? null}::text is null or purpose = ${purpose ?? null})`.execute(tx);
}

export interface LinkOwner {
  readonly orgId: string;
  readonly userId: string;
}

/** Whose unused, unexpired link this is; the row stays locked, so that of two clicks one wins. */
export async function lockLink(
  tx: Tx,
  hash: Buffer,
  purpose: 'invite' | 'reset',
  now: Date,
): Promise<LinkOwner | undefined> {
  const found = await sql<LinkOwner>`
    select t.org_id as "orgId", t.user_id as "userId" from login_tokens t
    where t.token_hash = ${hash} and t.purpose = ${purpose} and t.used_at is null and t.expires_at > ${now}
    for update`.execute(tx);
  return found.rows[0];
}

export async function useLink(tx: Tx, hash: Buffer, now: Date): Promise<void> {
  await sql`update login_tokens set used_at = ${now} where token_hash = ${hash}`.execute(tx);
}

/** When a link of this kind was last made for the person. */
export async function loadLastLinkAt(
  tx: Tx,
  orgId: string,
  userId: string,
  purpose: 'invite' | 'reset',
): Promise<Date | null> {
  const found = await sql<{ at: Date | null }>`
    select max(created_at) as at from login_tokens
    where org_id = ${orgId}::uuid and user_id = ${userId}::uuid and purpose = ${purpose}`.execute(tx);
  return found.rows[0]?.at ?? null;
}
