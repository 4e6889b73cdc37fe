import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';

/** Everybody at work whose roles let him read the audit. */
export async function loadAuditors({ tx, actor }: Step): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct u.id from users u
    join user_roles ur on ur.org_id = u.org_id and ur.user_id = u.id
    join roles r on r.org_id = ur.org_id and r.id = ur.role_id
    where u.org_id = ${actor.orgId}::uuid and u.status = 'active' and 'audit.read' = any(r.permissions)`.execute(
    tx,
  );
  return found.rows.map((row) => row.id);
}
