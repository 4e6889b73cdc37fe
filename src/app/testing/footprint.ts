import { withClient } from '#kernel/postgres/external.ts';

/** What only tells that somebody knocked: the security log, and when a key was last used. */
const mayGrow = new Set([
  'api_keys',
  'sessions',
  'login_failures',
  'login_places',
  'idempotency_keys',
  'reaction_positions',
  'orgs',
]);

/** A checksum of every business table: after a refusal it is what it was before. */
export function footprint(ownerUrl: string): Promise<Record<string, string>> {
  return withClient(ownerUrl, async (client) => {
    const tables = await client.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by 1`);
    const names = tables.rows.map((row) => row.name).filter((name) => !mayGrow.has(name));
    const sums = names.map(
      (name) =>
        `select '${name}' as name, count(*) || '/' || coalesce(sum(hashtextextended(t::text, 0))::text, '') as sum from ${name} t`,
    );
    const found = await client.query<{ name: string; sum: string }>(sums.join(' union all '));
    return Object.fromEntries(found.rows.map((row) => [row.name, row.sum]));
  });
}
