import { sql } from 'kysely';
import type { Tx } from '#kernel/db.ts';

export interface NewSession {
  readonly hash: Buffer;
  readonly id: string;
  readonly orgId: string;
  readonly userId: string;
  readonly ready: boolean;
  readonly ip: string;
  readonly agent: string | null;
  readonly now: Date;
  readonly expiresAt: Date;
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await sql`
    insert into sessions (token_hash, id, org_id, user_id, ready, ip, agent, created_at, seen_at, expires_at)
    values (${session.hash}, ${session.id}::uuid, ${session.orgId}::uuid, ${session.userId}::uuid, ${session.ready},
      ${session.ip}, ${session.agent}, ${session.now}, ${session.now}, ${session.expiresAt})`.execute(tx);
}

export interface PendingSession {
  readonly orgId: string;
  readonly userId: string;
  readonly codeFailures: number;
}

/** The half-open session between password and code, locked: codes of one session are tried one at a time. */
export async function lockPendingSession(
  tx: Tx,
  hash: Buffer,
  now: Date,
): Promise<PendingSession | undefined> {
  const found = await sql<PendingSession>`
    select org_id as "orgId", user_id as "userId", code_failures as "codeFailures" from sessions
    where token_hash = ${hash} and not ready and expires_at > ${now} for update`.execute(tx);
  return found.rows[0];
}

export async function countWrongCode(tx: Tx, hash: Buffer): Promise<void> {
  await sql`update sessions set code_failures = code_failures + 1 where token_hash = ${hash}`.execute(tx);
}

export async function deleteSession(tx: Tx, hash: Buffer): Promise<void> {
  await sql`delete from sessions where token_hash = ${hash}`.execute(tx);
}

/** Ends all sessions of a person and says how many there were. */
export async function deleteSessionsOf(tx: Tx, orgId: string, userId: string): Promise<number> {
  const gone = await sql`
    delete from sessions where org_id = ${orgId}::uuid and user_id = ${userId}::uuid`.execute(tx);
  return Number(gone.numAffectedRows ?? 0n);
}

export async function deleteOwnSession(tx: Tx, orgId: string, userId: string, id: string): Promise<boolean> {
  const gone = await sql`
    delete from sessions where org_id = ${orgId}::uuid and user_id = ${userId}::uuid and id = ${id}::uuid`.execute(
    tx,
  );
  return gone.numAffectedRows === 1n;
}

export interface NewKey {
  readonly hash: Buffer;
  readonly id: string;
  readonly orgId: string;
  readonly userId: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly now: Date;
  readonly expiresAt: Date | null;
}

export async function insertKey(tx: Tx, key: NewKey): Promise<void> {
  await sql`
    insert into api_keys (token_hash, id, org_id, user_id, name, prefix, scopes, created_at, expires_at)
    values (${key.hash}, ${key.id}::uuid, ${key.orgId}::uuid, ${key.userId}::uuid, ${key.name}, ${key.prefix},
      ${key.scopes}::text[], ${key.now}, ${key.expiresAt}::timestamptz)`.execute(tx);
}

export async function countKeys(tx: Tx, orgId: string, userId: string): Promise<number> {
  const found = await sql<{ held: number }>`
    select count(*) as held from api_keys
    where org_id = ${orgId}::uuid and user_id = ${userId}::uuid and revoked_at is null`.execute(tx);
  return found.rows[0]?.held ?? 0;
}

export interface RevokedKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
}

/** Revokes one key of a person, or all of them, and says which. */
export async function revokeKeys(
  tx: Tx,
  orgId: string,
  userId: string,
  now: Date,
  id?: string,
): Promise<RevokedKey[]> {
  const gone = await sql<RevokedKey>`
    update api_keys set revoked_at = ${now}
    where org_id = ${orgId}::uuid and user_id = ${userId}::uuid and revoked_at is null
      and (${id ?? null}::uuid is null or id = ${id ?? null}::uuid)
    returning id, name, prefix`.execute(tx);
  return gone.rows;
}
