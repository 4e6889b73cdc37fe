import type pg from 'pg';
import { appRole } from '#kernel/postgres/external.ts';
import localTables from '../../db/local-tables.json' with { type: 'json' };
import { laws } from './laws.ts';

export interface Violation {
  readonly law: string;
  readonly why: string;
  readonly subject: string;
  readonly problem: string;
}

/** Holds the schema of a migrated database against the laws; every table not named in local-tables.json is a tenant table. */
export async function lintCatalog(client: pg.Client): Promise<Violation[]> {
  const locals = Object.keys(localTables);
  const found: Violation[] = [];
  for (const { name, why, sql } of laws) {
    const { rows } = await client.query<{ subject: string; problem: string }>(
      `with tables as (select oid, relname::text as name, relrowsecurity as walled from pg_class
                        where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace),
            local as (select * from tables where name = any($1)),
            tenant as (select * from tables where name <> all($1)),
            app as (select oid, rolname::text as name, rolsuper or rolbypassrls as free from pg_roles where rolname = $2)
       select * from (${sql}) as violations where $1::text[] is not null and $2::text is not null order by subject, problem`,
      [locals, appRole],
    );
    found.push(...rows.map((row) => ({ law: name, why, ...row })));
  }
  return [...found, ...(await staleLocals(client, locals))];
}

async function staleLocals(client: pg.Client, locals: string[]): Promise<Violation[]> {
  const { rows } = await client.query<{ name: string }>(
    "select name from unnest($1::text[]) as name where to_regclass('public.' || name) is null",
    [locals],
  );
  const law = { law: 'R4 few local tables', why: 'The list of exceptions must not outlive its tables.' };
  return rows.map(({ name }) => ({
    ...law,
    subject: name,
    problem: 'is named in db/local-tables.json but does not exist',
  }));
}
