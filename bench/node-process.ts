import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const ticksPerSecond = 100;
/** As in bin/ground.mjs. */
const serverFlags = ['--max-semi-space-size=8'];

/** One real server process, as `npm start` runs it. */
export interface RunningNode {
  readonly origin: string;
  readonly pid: number;
  /** From the start of the process to the line that says ready. */
  readonly startSeconds: number;
  stop(): Promise<void>;
}

export async function startNode(
  dataDir: string,
  more: Record<string, string> = {},
  nodeArguments: readonly string[] = [],
): Promise<RunningNode> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [...serverFlags, ...nodeArguments, 'src/app/main.ts'], {
    cwd: new URL('..', import.meta.url),
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      DEMO: '0',
      RATE_LIMIT: '0',
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await ready(child);
  const { pid } = child;
  if (pid === undefined) throw new Error('the server has no process');
  return {
    origin: `http://127.0.0.1:${port}`,
    pid,
    startSeconds: (performance.now() - began) / 1000,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = '';
    const hear = (chunk: Buffer) => {
      told += chunk;
      if (told.includes('is ready')) resolve();
      else if (told.length > 20_000) told = told.slice(-10_000);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code, signal) =>
      reject(new Error(`the server ended with ${code ?? signal}:\n${told}`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** CPU seconds a process has used so far. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** CPU seconds that the children of a process have used so far: PostgreSQL's backends under its postmaster. */
export function cpuOfChildren(parent: number): number {
  let sum = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(fields[1]) === parent) sum += (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    } catch {
      // Ended in between.
    }
  }
  return sum;
}

/** Memory of a process that is really there, in megabytes. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
