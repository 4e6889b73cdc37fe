import type { Config } from '#kernel/config.ts';
import type { Database } from '#kernel/db.ts';

interface Finding {
  readonly version: string;
  readonly leakproof: boolean;
  readonly ctype: string;
  readonly checksums: boolean;
  readonly waiting: number;
}

/** Says what is set up and what could be better, a line each; 1 when something needs attention. */
export async function diagnose(
  config: Config,
  database: Database,
  say: (line: string) => void,
): Promise<number> {
  const { rows } = await database.pool.query<Finding>(`
    select current_setting('server_version') as version,
      (select proleakproof from pg_proc where oid = 'pg_catalog.arraycontains'::regproc) as leakproof,
      coalesce((select datctype from pg_database where datname = current_database()), '') as ctype,
      current_setting('data_checksums') = 'on' as checksums,
      (select count(*) from outbox) as waiting`);
  const found = rows[0];
  if (!found) return 1;
  const lines: [boolean, string][] = [
    [
      true,
      `PostgreSQL ${found.version}, ${config.databaseUrl ? 'external' : 'embedded'}, data in ${config.databaseUrl ? 'DATABASE_URL' : config.dataDir}`,
    ],
    [
      found.leakproof,
      found.leakproof
        ? 'Search reaches its indexes'
        : 'Search is slow: a superuser must run db/migrations/0001-ground.sql’s leakproof block once',
    ],
    [
      found.ctype !== 'C',
      found.ctype === 'C'
        ? 'LC_CTYPE is C: upper and lower case of accented letters differ in filters'
        : `Letters follow ${found.ctype}`,
    ],
    [
      found.checksums,
      found.checksums ? 'Data checksums are on' : 'Data checksums are off: a failing disk may go unnoticed',
    ],
    [found.waiting < 1_000, `${found.waiting} facts wait for their place in the chain`],
    [
      true,
      config.smtpUrl
        ? 'Mail goes out by SMTP'
        : `Mail is kept in ${config.dataDir}/mail: set SMTP_URL to send it`,
    ],
    [true, config.s3 ? 'Files are in the S3 store' : `Files are in ${config.dataDir}/files`],
  ];
  for (const [fine, line] of lines) say(`${fine ? '✓' : '!'} ${line}`);
  return lines.every(([fine]) => fine) ? 0 : 1;
}
