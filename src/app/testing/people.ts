import { sql } from 'kysely';
import type { Tx } from '#kernel/db.ts';
import { hashToken, newToken } from '#kernel/secrets.ts';
import { newId } from '#kernel/values/id.ts';

/** Arranges a team straight in the table; the commands that guard teams have their own tests. */
export async function insertTestTeam(
  tx: Tx,
  orgId: string,
  name: string,
  above: readonly string[],
): Promise<{ id: string; path: readonly string[] }> {
  const id = newId();
  const path = [...above, id];
  await sql`
    insert into teams (org_id, id, name, parent_id, path)
    values (${orgId}::uuid, ${id}::uuid, ${name}, ${above.at(-1) ?? null}::uuid, ${path}::uuid[])`.execute(
    tx,
  );
  return { id, path };
}

/** Gives a person an API key with all his rights, and a team to lead. */
export async function openTestKey(
  tx: Tx,
  { orgId, userId, leads, now }: { orgId: string; userId: string; leads: string | undefined; now: Date },
): Promise<string> {
  const token = newToken();
  await sql`
    insert into api_keys (token_hash, id, org_id, user_id, name, prefix, created_at)
    values (${hashToken(token)}, ${newId()}::uuid, ${orgId}::uuid, ${userId}::uuid, 'test', ${token.slice(0, 8)}, ${now})`.execute(
    tx,
  );
  if (leads)
    await sql`update teams set leader_id = ${userId}::uuid where org_id = ${orgId}::uuid and id = ${leads}::uuid`.execute(
      tx,
    );
  return token;
}
