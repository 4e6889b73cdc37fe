import { syncBuiltInRoles } from '#identity/public.ts';
import { type Database, inTransaction } from '#kernel/db.ts';
import { theRegistry } from '#kernel/registry.ts';

/** At every start: the built-in roles of every organisation gain what this version of the product added. */
export async function syncRoles(database: Database): Promise<void> {
  const orgs = await database.pool.query<{ id: string }>('select id from orgs order by id');
  for (const { id } of orgs.rows)
    await inTransaction(database, id, (tx) => syncBuiltInRoles(tx, id, theRegistry()));
}
