import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The product as a user starts it: its own data folder, the demo company, a real server. */
export interface Product {
  readonly url: string;
  readonly password: string;
  readonly dataDir: string;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');
const patienceMs = 90_000;

/** Starts the server on a free port with a fresh demo company; the web app must have been built. */
export async function startProduct(environment: Record<string, string> = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yingdan-e2e-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['src/app/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      RATE_LIMIT: '0',
      LOG_LEVEL: 'error',
      DATABASE_URL: '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece));
  const end = Date.now() + patienceMs;
  while (!said.includes('is ready after')) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`the product did not start:\n${said}`);
    await pause(100);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    password: readFileSync(join(dataDir, 'demo-password'), 'utf8').trim(),
    dataDir,
    stop: async () => {
      await stopped(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
