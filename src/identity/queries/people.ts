import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { readRow } from '#kernel/read-row.ts';
import type { getUser } from '../contract/users.ts';
import { userObject } from '../fields.ts';

export const userSource: ListSource = { definition: userObject };

/** One person with roles and what sign-in knows of him, for who administers people. */
export async function getPerson({ id }: { id: string }, step: Step): Promise<Output<typeof getUser>> {
  const { actor, tx } = step;
  const { row, names } = await readRow(userObject, id, step);
  const found = await sql<{
    roleIds: string[];
    lastSeenAt: Date | null;
    sessions: number;
    secondStep: boolean;
  }>`
    select array(select role_id from user_roles where org_id = l.org_id and user_id = l.user_id) as "roleIds",
      (select max(seen_at) from sessions s where s.org_id = l.org_id and s.user_id = l.user_id) as "lastSeenAt",
      (select count(*) from sessions s where s.org_id = l.org_id and s.user_id = l.user_id and s.ready
        and s.expires_at > now()) as sessions,
      l.totp_enabled_at is not null as "secondStep"
    from logins l where l.org_id = ${actor.orgId}::uuid and l.user_id = ${id}::uuid`.execute(tx);
  const more = found.rows[0] ?? { roleIds: [], lastSeenAt: null, sessions: 0, secondStep: false };
  return { user: row, names, ...more, lastSeenAt: more.lastSeenAt?.toISOString() ?? null } as Output<
    typeof getUser
  >;
}
