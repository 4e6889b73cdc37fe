import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '#kernel/config.ts';
import { canEnter, databaseAccount } from '#kernel/postgres/account.ts';
import { findBinaries, sharedRoot } from '#kernel/postgres/binaries.ts';
import {
  type Cluster,
  connectionUrl,
  initialise,
  type RunningCluster,
  run,
  runningSocketFolder,
} from '#kernel/postgres/cluster.ts';
import {
  appRole,
  checkAppRole,
  checkServer,
  derivedPassword,
  ensureAppRole,
  withClient,
} from '#kernel/postgres/external.ts';
import { liveHolder, lockFolder } from '#kernel/postgres/folder-lock.ts';
import { explainFileError, StartProblem } from '#kernel/start-problem.ts';

/** A database that is ready for the migrations and the server. */
export interface Database {
  /** Signs in as the owner of all tables: for migrations only. */
  readonly ownerUrl: string;
  /** Signs in as the role that row-level security binds: for everything else. */
  readonly appUrl: string;
  /** What the administrator should know, in plain sentences. */
  readonly warnings: readonly string[];
  stop(): Promise<void>;
}

type DatabaseConfig = Pick<
  Config,
  'dataDir' | 'databaseUrl' | 'appDatabaseUrl' | 'poolSize' | 'sessionSecret'
>;

const databaseName = 'yingdan';
const superuser = 'yingdan';

/** Never weakened: an acknowledged receipt must survive a power cut. */
const durable = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

/**
 * Starts the embedded PostgreSQL in the data folder, or connects to the one of DATABASE_URL, and readies the app role.
 *
 * Throws a StartProblem with a plain sentence when another server uses the folder, a setting would risk data,
 * or the folder cannot be used.
 */
export async function startDatabase(
  config: DatabaseConfig,
  say: (line: string) => void = () => {},
): Promise<Database> {
  return config.databaseUrl === undefined
    ? startEmbedded(config, say)
    : connectExternal(config, config.databaseUrl);
}

/** For commands beside a running server: uses its embedded database, or starts it for as long as the command runs. */
export async function borrowDatabase(config: DatabaseConfig): Promise<Database> {
  if (config.databaseUrl !== undefined || liveHolder(config.dataDir) === undefined)
    return startDatabase(config);
  const folder = clusterFolder(config.dataDir);
  for (const end = Date.now() + 15_000; folder && Date.now() < end; await pause(100)) {
    const socketFolder = runningSocketFolder(folder);
    if (socketFolder === undefined) continue;
    const passwords = keptPasswords(config.dataDir);
    const url = (user: string, password: string) =>
      connectionUrl(socketFolder, databaseName, user, password, folder);
    const database = { ownerUrl: url(superuser, passwords.owner), appUrl: url(appRole, passwords.app) };
    try {
      await withClient(database.appUrl, (client) => client.query('select 1'));
      return { ...database, warnings: [], stop: async () => {} };
    } catch {
      // The other process is still starting it.
    }
  }
  throw new StartProblem(
    `Process ${liveHolder(config.dataDir)} holds ${config.dataDir}, but its database does not answer.`,
  );
}

async function connectExternal(config: DatabaseConfig, ownerUrl: string): Promise<Database> {
  const warnings = await checkServer(ownerUrl);
  let appUrl = config.appDatabaseUrl;
  if (appUrl === undefined)
    appUrl = await ensureAppRole(ownerUrl, derivedPassword(ownerUrl, config.sessionSecret));
  else await checkAppRole(ownerUrl, appUrl);
  warnings.push(...(await checkServer(appUrl)).filter((line) => !warnings.includes(line)));
  return { ownerUrl, appUrl, warnings, stop: async () => {} };
}

async function startEmbedded(config: DatabaseConfig, say: (line: string) => void): Promise<Database> {
  try {
    mkdirSync(config.dataDir, { recursive: true });
  } catch (error) {
    throw explainFileError(error, config.dataDir);
  }
  const unlock = await lockFolder(config.dataDir);
  try {
    const passwords = keptPasswords(config.dataDir);
    const cluster = describeCluster(config, passwords.owner, say);
    initialise(cluster);
    const keeper = await keepRunning(cluster, say);
    try {
      const { first } = keeper;
      await makeDatabase(first.url('postgres'));
      const ownerUrl = first.url(databaseName);
      const warnings = await checkServer(ownerUrl);
      const appUrl = await ensureAppRole(ownerUrl, passwords.app);
      const stop = async () => {
        await keeper.stop();
        unlock();
      };
      return { ownerUrl, appUrl, warnings, stop };
    } catch (error) {
      await keeper.stop();
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Starts the cluster again whenever it ends without being asked to, for instance killed for want of memory. */
async function keepRunning(cluster: Cluster, say: (line: string) => void) {
  const first = await run(cluster);
  let current: RunningCluster = first;
  let stopping = false;
  const lastMoment = () => current.abandon();
  process.once('exit', lastMoment);

  const watch = (watched: RunningCluster) => {
    void watched.exited.then(async () => {
      if (stopping) return;
      say(`PostgreSQL ended unexpectedly and is being started again; its log is ${cluster.logFile}`);
      for (let attempt = 1; !stopping; attempt += 1) {
        try {
          current = await run(cluster);
          if (stopping) await current.stop();
          else watch(current);
          return;
        } catch (error) {
          say(error instanceof Error ? error.message : String(error));
          await pause(Math.min(1000 * attempt, 10_000));
        }
      }
    });
  };
  watch(first);
  return {
    first,
    async stop() {
      stopping = true;
      process.removeListener('exit', lastMoment);
      await current.stop();
    },
  };
}

function describeCluster(config: DatabaseConfig, password: string, say: (line: string) => void): Cluster {
  const kept = clusterFolder(config.dataDir);
  const account = databaseAccount(kept ?? join(config.dataDir, 'postgres'));
  const folder = kept ?? placeFolder(config.dataDir, canEnter(account, config.dataDir), say);
  return {
    binaries: findBinaries(account),
    account,
    folder,
    logFile: join(config.dataDir, 'postgres.log'),
    superuser,
    password,
    settings: { ...tuning(config.poolSize), ...durable },
    checksums: true,
  };
}

/** The folder of an earlier start: beside our other data, or where root had to move it. */
function clusterFolder(dataDir: string): string | undefined {
  const note = join(dataDir, 'postgres.location');
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  const usual = join(dataDir, 'postgres');
  return existsSync(usual) ? usual : undefined;
}

function placeFolder(dataDir: string, reachable: boolean, say: (line: string) => void): string {
  if (reachable) return join(dataDir, 'postgres');
  // A random name: were it derived from the path, data that someone deleted on purpose would come back.
  const folder = join(sharedRoot, `data-${randomBytes(6).toString('hex')}`);
  try {
    mkdirSync(sharedRoot, { recursive: true, mode: 0o755 });
    warnOfAbandoned(dataDir, say);
    writeFileSync(`${folder}.owner`, dataDir);
    writeFileSync(join(dataDir, 'postgres.location'), `${folder}\n`);
  } catch (error) {
    throw explainFileError(error, sharedRoot);
  }
  say(`The database user cannot enter ${dataDir}, so the database itself is kept in ${folder}`);
  return folder;
}

function warnOfAbandoned(dataDir: string, say: (line: string) => void): void {
  for (const name of readdirSync(sharedRoot).filter((entry) => entry.endsWith('.owner'))) {
    const folder = join(sharedRoot, name.replace(/\.owner$/, ''));
    if (existsSync(folder) && readFileSync(join(sharedRoot, name), 'utf8') === dataDir) {
      say(`${folder} holds an older database of this data folder; delete it if you no longer need it`);
    }
  }
}

function tuning(poolSize: number): Record<string, string> {
  const memoryMb = totalmem() / 1_048_576;
  const sharedMb = Math.max(64, Math.min(512, Math.floor(memoryMb / 16)));
  return {
    shared_buffers: `${sharedMb}MB`,
    effective_cache_size: `${Math.floor(memoryMb / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_connections: String(poolSize * 2 + 40),
    random_page_cost: '1.1',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    jit: 'off',
    idle_in_transaction_session_timeout: '60s',
    log_line_prefix: '%m [%p] %u ',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
}

async function makeDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rows.length === 0) await client.query(`create database ${databaseName}`);
  });
}

function keptPasswords(dataDir: string): { owner: string; app: string } {
  const path = join(dataDir, 'postgres.json');
  try {
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
    const fresh = {
      owner: randomBytes(24).toString('base64url'),
      app: randomBytes(24).toString('base64url'),
    };
    writeFileSync(path, JSON.stringify(fresh), { mode: 0o600 });
    return fresh;
  } catch (error) {
    throw explainFileError(error, path);
  }
}
