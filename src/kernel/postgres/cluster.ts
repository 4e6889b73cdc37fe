import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Account, runAs } from '#kernel/postgres/account.ts';
import type { Binaries } from '#kernel/postgres/binaries.ts';
import { commandOf, isAlive } from '#kernel/postgres/folder-lock.ts';
import { explainFileError, StartProblem } from '#kernel/start-problem.ts';

/** One PostgreSQL data folder and how to run it. */
export interface Cluster {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** The data folder itself, absolute. */
  readonly folder: string;
  readonly logFile: string;
  readonly superuser: string;
  readonly password: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Whether a new folder detects silent disk errors. */
  readonly checksums: boolean;
}

/** A running PostgreSQL: where to knock, and how to stop it. */
export interface RunningCluster {
  url(database: string, user?: string, password?: string): string;
  stop(): Promise<void>;
  /** Ends at once without waiting, for the last moments of our own process. */
  abandon(): void;
  readonly exited: Promise<void>;
}

const socketPort = 5432;
/** The kernel allows 107 bytes for the whole path of a socket; the file name takes 16 of them. */
const longestSocketFolder = 88;

/** Makes the data folder unless it exists; a half-made one of an interrupted start is thrown away. */
export function initialise(cluster: Cluster): void {
  if (existsSync(join(cluster.folder, 'PG_VERSION'))) return;
  const fresh = `${cluster.folder}.new`;
  const passwordFile = `${cluster.folder}.password`;
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true, mode: 0o700 });
    writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
    if (cluster.account) {
      for (const path of [fresh, passwordFile]) chownSync(path, cluster.account.uid, cluster.account.gid);
    }
  } catch (error) {
    throw explainFileError(error, cluster.folder);
  }
  try {
    runInitdb(cluster, fresh, passwordFile);
    renameSync(fresh, cluster.folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function runInitdb(cluster: Cluster, folder: string, passwordFile: string): void {
  const version = initdbVersion(cluster);
  const fixed = ['-D', folder, '-U', cluster.superuser, '-E', 'UTF8', '--pwfile', passwordFile];
  fixed.push('-A', 'scram-sha-256', '--locale=C');
  // The built-in C.UTF-8 sorts the same on every machine and release.
  if (version >= 17) fixed.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (cluster.checksums) fixed.push('--data-checksums');
  else if (version >= 18) fixed.push('--no-data-checksums');
  let problem = '';
  // LC_CTYPE must know Chinese letters, because pg_trgm drops every character that the "C" locale does not know.
  for (const ctype of ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'UTF-8', 'C']) {
    const made = spawnSync(cluster.binaries.initdb, [...fixed, `--lc-ctype=${ctype}`], {
      ...runAs(cluster.account),
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: '', LANG: '' },
    });
    if (made.status === 0) return;
    problem = (made.error?.message ?? made.stderr).trim();
    if (!/invalid locale name/.test(problem)) break;
  }
  throw new StartProblem(`The database folder could not be made:\n${problem}`);
}

function initdbVersion({ binaries, account }: Cluster): number {
  const told = spawnSync(binaries.initdb, ['--version'], { ...runAs(account), encoding: 'utf8' }).stdout;
  return Number(/\d+/.exec(told ?? '')?.[0]);
}

/** Starts PostgreSQL on the folder, stopping first what an earlier killed server left running there. */
export async function run(cluster: Cluster): Promise<RunningCluster> {
  await stopLeftover(cluster.folder);
  const socketFolder = chooseSocketFolder(cluster);
  for (const deadline = Date.now() + 30_000; ; ) {
    const child = launch(cluster, socketFolder);
    const running = describe(cluster, child, socketFolder);
    const problem = await waitUntilReady(running.url('postgres'), child);
    if (problem === undefined) return running;
    const lines = logTail(cluster.logFile);
    // Children of a killed postmaster need a moment to notice; PostgreSQL refuses the folder until they are gone.
    if (!/shared memory block|lock file .* already exists/.test(lines) || Date.now() > deadline) {
      await running.stop();
      throw new StartProblem(
        `PostgreSQL did not start (${problem}). The end of ${cluster.logFile}:\n${lines}`,
      );
    }
    await pause(300);
  }
}

function launch(cluster: Cluster, socketFolder: string): ChildProcess {
  const listen: Record<string, string> =
    process.platform === 'win32'
      ? {
          listen_addresses: '127.0.0.1',
          port: String(windowsPort(cluster.folder)),
          unix_socket_directories: '',
        }
      : { listen_addresses: '', port: String(socketPort), unix_socket_directories: socketFolder };
  const settings = { ...cluster.settings, ...listen };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(cluster.logFile);
  // Detached: Ctrl-C in a terminal goes to the whole group, and the database must outlive our last requests.
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.folder, ...args], {
    ...runAs(cluster.account),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}

function describe(cluster: Cluster, child: ChildProcess, socketFolder: string): RunningCluster {
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const alive = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  return {
    exited,
    url: (database, user = cluster.superuser, password = cluster.password) =>
      connectionUrl(socketFolder, database, user, password, cluster.folder),
    async stop() {
      if (alive()) child.kill('SIGINT');
      const patience = setTimeout(() => alive() && child.kill('SIGQUIT'), 30_000);
      child.ref();
      await exited;
      clearTimeout(patience);
      if (socketFolder !== cluster.folder) rmSync(socketFolder, { recursive: true, force: true });
    },
    abandon() {
      if (alive()) child.kill('SIGINT');
    },
  };
}

/** The address of a database of ours, in a form that both `URL` and every PostgreSQL client understand. */
export function connectionUrl(
  socketFolder: string,
  database: string,
  user: string,
  password: string,
  folder: string,
): string {
  const who = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  if (process.platform === 'win32') return `postgresql://${who}@127.0.0.1:${windowsPort(folder)}/${database}`;
  return `postgresql://${who}@localhost:${socketPort}/${database}?host=${encodeURIComponent(socketFolder)}`;
}

/** Where the PostgreSQL that runs on the folder listens, as its own pid file says. */
export function runningSocketFolder(folder: string): string | undefined {
  const lines = readPidFile(folder);
  const pid = Number(lines[0]);
  return pid > 0 && isAlive(pid) ? lines[4] : undefined;
}

/** Ends the PostgreSQL that runs on the folder although the server that started it is gone. */
export async function stopLeftover(folder: string): Promise<void> {
  const pid = Number(readPidFile(folder)[0]);
  if (!(pid > 0)) return;
  const ours = isAlive(pid) && commandOf(pid).includes(folder);
  if (!ours) {
    // The pid now belongs to somebody else or to nobody; PostgreSQL itself would mistake the first for a server.
    rmSync(join(folder, 'postmaster.pid'), { force: true });
    return;
  }
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    process.kill(pid, signal);
    for (const end = Date.now() + patience; Date.now() < end; await pause(50)) {
      if (!isAlive(pid) || !commandOf(pid).includes(folder)) return;
    }
  }
  throw new StartProblem(
    `A PostgreSQL of an earlier start (process ${pid}) does not stop. Stop it by hand and start again.`,
  );
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<string | undefined> {
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended = `it ended with ${signal ?? code}`;
  });
  // A crash leaves log to replay, which may take minutes on a large database.
  for (const deadline = Date.now() + 600_000; Date.now() < deadline; await pause(25)) {
    if (ended !== undefined) return ended;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return undefined;
    } catch {
      // Not yet.
    } finally {
      await client.end().catch(() => {});
    }
  }
  return 'it was not ready after ten minutes';
}

function chooseSocketFolder(cluster: Cluster): string {
  if (Buffer.byteLength(cluster.folder) <= longestSocketFolder) return cluster.folder;
  const short = mkdtempSync(join(tmpdir().length < 60 ? tmpdir() : '/tmp', 'yingdan-'));
  if (cluster.account) chownSync(short, cluster.account.uid, cluster.account.gid);
  return short;
}

function windowsPort(folder: string): number {
  let sum = 0;
  for (const char of folder) sum = (sum * 31 + char.charCodeAt(0)) % 9973;
  return 51_000 + sum;
}

function readPidFile(folder: string): string[] {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function openLog(path: string): number {
  try {
    if (existsSync(path) && statSync(path).size > 10_000_000) {
      if (existsSync(`${path}.1`)) unlinkSync(`${path}.1`);
      renameSync(path, `${path}.1`);
    }
    return openSync(path, 'a', 0o600);
  } catch (error) {
    throw explainFileError(error, path);
  }
}

function logTail(path: string): string {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-6).join('\n');
}
