import { sql } from 'kysely';
import type { Tx } from '#kernel/db.ts';

/** Deletes what no longer opens anything: sessions and links past their time, failures no rule looks at any more. */
export async function deleteExpired(tx: Tx, orgId: string, now: Date): Promise<void> {
  await sql`delete from sessions where org_id = ${orgId}::uuid and expires_at < ${now}`.execute(tx);
  await sql`delete from login_tokens where org_id = ${orgId}::uuid and expires_at < ${now}`.execute(tx);
  await sql`delete from login_failures where at < ${now}::timestamptz - interval '2 days'`.execute(tx);
  await sql`delete from login_places where at < ${now}::timestamptz - interval '180 days'`.execute(tx);
}
