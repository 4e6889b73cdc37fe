import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import type { listKeys, listSessions } from '../contract/account.ts';

type SessionRow = Output<typeof listSessions>['items'][number];
type KeyRow = Output<typeof listKeys>['items'][number];

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** The caller's own live sessions, latest first; `currentId` marks the one he is looking from. */
export async function listOwnSessions(
  { actor, tx }: Pick<Step, 'actor' | 'tx'>,
  currentId: string | null,
): Promise<SessionRow[]> {
  const found = await sql<{
    id: string;
    ip: string | null;
    agent: string | null;
    createdAt: Date;
    seenAt: Date;
  }>`
    select id, ip, agent, created_at as "createdAt", seen_at as "seenAt" from sessions
    where org_id = ${actor.orgId}::uuid and user_id = ${actor.id}::uuid and ready and expires_at > now()
    order by seen_at desc, id`.execute(tx);
  return found.rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
    current: row.id === currentId,
  }));
}

/** The caller's own keys that still work or have expired; revoked ones are history. */
export async function listOwnKeys({ actor, tx }: Step): Promise<KeyRow[]> {
  const found = await sql<{
    id: string;
    name: string;
    prefix: string;
    scopes: string[];
    createdAt: Date;
    usedAt: Date | null;
    expiresAt: Date | null;
  }>`
    select id, name, prefix, scopes, created_at as "createdAt", used_at as "usedAt", expires_at as "expiresAt" from api_keys
    where org_id = ${actor.orgId}::uuid and user_id = ${actor.id}::uuid and revoked_at is null
    order by created_at desc, id`.execute(tx);
  return found.rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    usedAt: iso(row.usedAt),
    expiresAt: iso(row.expiresAt),
  }));
}
