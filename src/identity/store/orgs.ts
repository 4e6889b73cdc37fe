import { sql } from 'kysely';
import type { Tx } from '#kernel/db.ts';

/** First set-up and seeding take turns: of twenty at once one finds no organisation. */
export async function lockFirstOrg(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('first-organisation', 0))`.execute(tx);
}

export async function loadFirstOrgId(tx: Tx): Promise<string | undefined> {
  const found = await sql<{ id: string }>`select id from orgs order by created_at, id limit 1`.execute(tx);
  return found.rows[0]?.id;
}

export async function loadOrgIds(tx: Tx): Promise<string[]> {
  return (await sql<{ id: string }>`select id from orgs order by created_at, id`.execute(tx)).rows.map(
    (row) => row.id,
  );
}

export async function insertOrg(
  tx: Tx,
  org: { id: string; name: string; zone: string; currency: string; locale: string; demo: boolean; now: Date },
): Promise<void> {
  await sql`
    insert into orgs (id, name, zone, currency, locale, demo, created_at)
    values (${org.id}::uuid, ${org.name}, ${org.zone}, ${org.currency}, ${org.locale}, ${org.demo}, ${org.now})`.execute(
    tx,
  );
}

/** Serialises everything that changes rights, teams or people, before it looks at what it decides on. */
export async function lockOrg(tx: Tx, orgId: string): Promise<void> {
  await sql`select 1 from orgs where id = ${orgId}::uuid for update`.execute(tx);
}
