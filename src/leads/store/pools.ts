import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { newId } from '#kernel/values/id.ts';

/** Makes the default pool and the policy unless they are there; returns the default pool. */
export async function insertFirstPool({ tx, actor, now }: Step): Promise<string> {
  await sql`
    insert into lead_pools (org_id, id, name, is_default, created_at)
    values (${actor.orgId}::uuid, ${newId()}::uuid, '公海', true, ${now}) on conflict do nothing`.execute(tx);
  await sql`insert into lead_policies (org_id) values (${actor.orgId}::uuid) on conflict do nothing`.execute(
    tx,
  );
  const found = await sql<{ id: string }>`
    select id from lead_pools where org_id = ${actor.orgId}::uuid and is_default`.execute(tx);
  const pool = found.rows[0];
  if (!pool) throw new Error('a default pool was just made');
  return pool.id;
}
