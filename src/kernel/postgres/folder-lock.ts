import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { explainFileError, StartProblem } from '#kernel/start-problem.ts';

interface Holder {
  readonly pid: number;
  /** When that process began, because a pid alone is reused after a crash, always so in containers. */
  readonly began: string;
}

/** Thrown when another live server holds the data folder. */
export class FolderInUse extends StartProblem {
  override name = 'FolderInUse';
  readonly pid: number;
  constructor(dataDir: string, pid: number) {
    super(
      `Another Yingdan server (process ${pid}) is already using the data folder ${dataDir}. Stop it first, or set DATA_DIR to another folder.`,
    );
    this.pid = pid;
  }
}

/** Takes the data folder for this process and returns how to give it back; a lock left by a dead process is taken over. */
export async function lockFolder(dataDir: string): Promise<() => void> {
  const path = join(dataDir, 'server.lock');
  const mine = JSON.stringify({ pid: process.pid, began: processBegan(process.pid) });
  for (;;) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o644 });
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
        throw explainFileError(error, dataDir);
    }
    refuseLiveHolder(dataDir);
    const claim = `${path}.${process.pid}`;
    writeFileSync(claim, mine);
    renameSync(claim, path);
    // Two starts may both have found the dead holder; the last rename wins and the other one sees it here.
    await pause(60);
    if (readFileSync(path, 'utf8') === mine) break;
  }
  return () => {
    try {
      if (readFileSync(path, 'utf8') === mine) unlinkSync(path);
    } catch {
      // Already gone: nothing left to give back.
    }
  };
}

/** The process id of the live server that holds the folder, if there is one. */
export function liveHolder(dataDir: string): number | undefined {
  let holder: Holder;
  try {
    holder = JSON.parse(readFileSync(join(dataDir, 'server.lock'), 'utf8'));
  } catch {
    return undefined;
  }
  const began = processBegan(holder.pid);
  return began !== undefined && began === holder.began ? holder.pid : undefined;
}

/** Whether a process of that id runs now. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The command line of a process, empty when it is gone. */
export function commandOf(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  return askPs(pid, 'command');
}

function refuseLiveHolder(dataDir: string): void {
  const pid = liveHolder(dataDir);
  if (pid !== undefined && pid !== process.pid) throw new FolderInUse(dataDir, pid);
}

function processBegan(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  if (process.platform !== 'linux') return askPs(pid, 'lstart') || 'unknown';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // A killed process that its parent has not yet reaped no longer holds anything.
    return fields[0] === 'Z' ? undefined : `${boot}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

function askPs(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
