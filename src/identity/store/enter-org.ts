import { sql } from 'kysely';
import type { Tx } from '#kernel/db.ts';

/** Seeding creates the organisation whose wall it then works behind. */
export async function enterOrg(tx: Tx, orgId: string): Promise<void> {
  await sql`select set_config('app.org_id', ${orgId}, true)`.execute(tx);
}
