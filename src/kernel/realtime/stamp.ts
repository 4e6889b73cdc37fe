import { sql } from 'kysely';
import type { Tx } from '../db.ts';

/** Grows with every change of rights in the organisation. */
export async function stampOf(tx: Tx, orgId: string): Promise<number> {
  const { rows } = await sql<{ stamp: number }>`select stamp from orgs where id = ${orgId}::uuid`.execute(tx);
  return rows[0]?.stamp ?? 0;
}
