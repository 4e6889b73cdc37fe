import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { StartProblem } from '#kernel/start-problem.ts';

/** The operating-system user that PostgreSQL runs as, when the server itself runs as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const ownName = 'yingdan-pg';

/**
 * Chooses the user for the database processes: undefined means "the user we are".
 *
 * PostgreSQL refuses to run as root, so root gets a system user of our own; a folder that an ordinary
 * user has already filled stays with that user.
 */
export function databaseAccount(existingFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(existingFolder)) {
    const { uid, gid } = statSync(existingFolder);
    if (uid !== 0) return { uid, gid };
  }
  return findAccount(ownName) ?? createAccount() ?? fallbackAccount();
}

/** Options for child processes that must run as the account. */
export function runAs(account: Account | undefined): { uid?: number; gid?: number; cwd: string } {
  return account
    ? { uid: account.uid, gid: account.gid, cwd: '/' }
    : { cwd: process.platform === 'win32' ? '.' : '/' };
}

/** Whether the account can enter the folder, which needs every folder above it to be open too. */
export function canEnter(account: Account | undefined, folder: string): boolean {
  if (!account) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], runAs(account)).status === 0;
}

function createAccount(): Account | undefined {
  const attempts: [string, string[]][] = [
    [
      'useradd',
      [
        '--system',
        '--no-create-home',
        '--home-dir',
        '/nonexistent',
        '--shell',
        '/usr/sbin/nologin',
        '--user-group',
        ownName,
      ],
    ],
    ['adduser', ['-S', '-D', '-H', '-h', '/nonexistent', '-s', '/sbin/nologin', ownName]],
  ];
  for (const [command, args] of attempts) {
    spawnSync(command, args, { stdio: 'ignore' });
    // Asked again even after a failure: another start may have made it at the same moment.
    const made = findAccount(ownName);
    if (made) return made;
  }
  return undefined;
}

function fallbackAccount(): Account {
  const nobody = findAccount('nobody');
  if (nobody) return nobody;
  throw new StartProblem(
    `PostgreSQL cannot run as root and no user could be made for it. Add one with "useradd --system ${ownName}", or start as an ordinary user.`,
  );
}

function findAccount(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
