import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { withClient } from '#kernel/postgres/external.ts';
import { StartProblem } from '#kernel/start-problem.ts';

export interface MigrateOptions {
  /** Folder of NNNN-name.sql files; the project's own when left out. */
  readonly folder?: string;
  readonly log?: (line: string) => void;
  /** How long to keep trying while other transactions hold the tables. */
  readonly patienceMs?: number;
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const projectFolder = join(import.meta.dirname, '..', '..', 'db', 'migrations');

/** Any number, but the same in every version of the code: whoever holds it is the one runner. */
const runnerLock = 4_180_418_041_804_180n;

/**
 * Brings the database up to the code: applies the missing SQL files in order, each in a transaction of its own.
 *
 * Servers starting together take turns. Refuses a database that is newer than the code, and a file that changed
 * after it was applied. Waits at most two seconds for a lock, so that the running version keeps serving, then retries.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = readMigrations(options.folder ?? projectFolder);
  const applied: string[] = [];
  await withClient(ownerUrl, async (client) => {
    client.on('notice', () => {});
    await client.query("set client_min_messages = 'warning'; set statement_timeout = 0");
    await makeLedger(client);
    const deadline = Date.now() + (options.patienceMs ?? 120_000);
    while (true) {
      const step = await applyNext(client, migrations, deadline);
      if (step === undefined) return;
      if (step.name !== '') {
        applied.push(step.name);
        options.log?.(`Migrated ${step.name} in ${step.milliseconds} ms`);
      }
    }
  });
  return applied;
}

/** The migrations that the database still lacks, oldest first. */
export async function pendingMigrations(ownerUrl: string, folder = projectFolder): Promise<string[]> {
  const migrations = readMigrations(folder);
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ ledger: string | null }>(
      "select to_regclass('public.migrations') as ledger",
    );
    const done = rows[0]?.ledger ? await readLedger(client) : new Map();
    return migrations.filter((migration) => !done.has(migration.name)).map((migration) => migration.name);
  });
}

async function applyNext(client: pg.Client, migrations: Migration[], deadline: number) {
  const began = Date.now();
  await client.query('begin');
  try {
    // The turn of another server may take long, a lock on a table may not: it would queue up the users behind it.
    await client.query("set local lock_timeout = '10min'");
    await client.query('select pg_advisory_xact_lock($1)', [runnerLock]);
    await client.query("set local lock_timeout = '2s'");
    const next = nextMigration(migrations, await readLedger(client));
    if (!next) {
      await client.query('rollback');
      return undefined;
    }
    await client.query(next.sql);
    await client.query('insert into public.migrations (name, checksum) values ($1, $2)', [
      next.name,
      next.checksum,
    ]);
    await client.query('commit');
    return { name: next.name, milliseconds: Date.now() - began };
  } catch (error) {
    await client.query('rollback').catch(() => {});
    if (!isBusy(error) || Date.now() > deadline) throw explained(error);
    await pause(500 + Math.random() * 500);
    return { name: '', milliseconds: 0 };
  }
}

function nextMigration(migrations: Migration[], done: Map<string, string>): Migration | undefined {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const [name, checksum] of done) {
    const file = known.get(name);
    if (!file) {
      throw new StartProblem(
        `The database is newer than this version of Yingdan: it has the migration ${name}, which is not here. Start the newer version, or restore a backup.`,
      );
    }
    if (file.checksum !== checksum) {
      throw new StartProblem(
        `The migration ${name} was changed after it had been applied. Restore the file, and put the change into a new migration.`,
      );
    }
  }
  const next = migrations.find((migration) => !done.has(migration.name));
  const late = next && [...done.keys()].find((name) => name > next.name);
  if (late)
    throw new StartProblem(
      `The migration ${next.name} sorts before ${late}, which is already applied. Give it a higher number.`,
    );
  return next;
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  for (const [index, name] of names.entries()) {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name))
      throw new StartProblem(`${name} must be called like 0001-ground.sql.`);
    if (names[index - 1]?.slice(0, 4) === name.slice(0, 4))
      throw new StartProblem(`Two migrations have the number of ${name}.`);
  }
  return names.map((name) => {
    // Line ends are evened out, because git may check the files out differently elsewhere.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return {
      name: name.replace(/\.sql$/, ''),
      sql,
      checksum: createHash('sha256').update(sql).digest('hex'),
    };
  });
}

async function makeLedger(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ ledger: string | null }>(
    "select to_regclass('public.migrations') as ledger",
  );
  if (rows[0]?.ledger) return;
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [runnerLock]);
    await client.query(
      `create table if not exists public.migrations (
         name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function readLedger(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from public.migrations order by name',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // The third: two databases of one server setting up the shared role at the same moment.
  return (
    code === '55P03' || code === '40P01' || (code === 'XX000' && /concurrently updated/.test(String(error)))
  );
}

function explained(error: unknown): unknown {
  if (isBusy(error)) {
    return new StartProblem(
      'The migration gave up: other transactions kept its tables locked all the time. Try again at a quieter hour.',
    );
  }
  return error;
}
