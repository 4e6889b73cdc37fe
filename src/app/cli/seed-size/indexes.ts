import type pg from 'pg';

interface Index {
  readonly name: string;
  readonly definition: string;
}

/** Tables large enough that filling their indexes row by row takes longer than building them afterwards. */
export const largeTables = [
  'accounts',
  'activities',
  'allocations',
  'contacts',
  'contracts',
  'lead_places',
  'leads',
  'next_contacts',
  'opportunities',
  'opportunity_moves',
  'receipts',
  'receivables',
  'search_documents',
];

/** Drops every index of these tables that no key stands on; returns how to make them again. */
export async function dropIndexes(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<Index>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    where t.relnamespace = 'public'::regnamespace and t.relname = any($1)
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    order by pg_relation_size(i.indrelid) desc, c.relname`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  return rows.map((row) => row.definition);
}
