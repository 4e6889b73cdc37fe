import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseAccount } from '#kernel/postgres/account.ts';
import { findBinaries } from '#kernel/postgres/binaries.ts';
import { initialise, run, stopLeftover } from '#kernel/postgres/cluster.ts';
import { isAlive } from '#kernel/postgres/folder-lock.ts';

/** A PostgreSQL for tests and generators that is thrown away afterwards. */
export interface ScratchServer {
  /** Superuser address of its maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

const prefix = 'yingdan-scratch-';

/** Nothing here has to survive a crash, and without waiting for the disk a suite runs several times faster. */
const careless = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '128MB',
  max_connections: '300',
  max_wal_size: '1GB',
  autovacuum: 'off',
  jit: 'off',
  timezone: 'UTC',
  log_min_messages: 'fatal',
};

/** Starts the embedded PostgreSQL, or that of the folder `bin`, on temporary data; sweeps what killed runs have left behind. */
export async function startScratchServer(
  settings: Record<string, string> = {},
  { checksums = true, bin = '' } = {},
): Promise<ScratchServer> {
  await sweepAbandoned();
  const home = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(home, 0o711);
  const folder = join(home, 'data');
  const account = databaseAccount(folder);
  const cluster = {
    binaries: bin ? { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') } : findBinaries(account),
    account,
    folder,
    logFile: join(home, 'log'),
    superuser: 'yingdan',
    password: randomBytes(12).toString('hex'),
    settings: { ...careless, ...settings },
    checksums,
  };
  initialise(cluster);
  const running = await run(cluster);
  const lastMoment = () => running.abandon();
  process.once('exit', lastMoment);
  return {
    url: running.url('postgres'),
    async stop() {
      process.removeListener('exit', lastMoment);
      await running.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    if (isAlive(Number(name.slice(prefix.length).split('-')[0]))) continue;
    const home = join(tmpdir(), name);
    try {
      await stopLeftover(join(home, 'data'));
      rmSync(home, { recursive: true, force: true });
    } catch {
      // It belongs to another user of this machine.
    }
  }
}
