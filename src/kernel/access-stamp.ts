import { sql } from 'kysely';
import type { Tx } from './db.ts';

/**
 * Says that rights, teams, users or custom fields of the organisation changed: every node forgets its cached
 * actors with the next request. Also the lock under which such changes take turns.
 */
export async function raiseStamp(tx: Tx, orgId: string): Promise<void> {
  await sql`update orgs set stamp = stamp + 1 where id = ${orgId}::uuid`.execute(tx);
}
