import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';

/** The whole `npm start`, as a person runs it: launcher, server and database are real processes. */
export interface Launched {
  readonly launcher: ChildProcess;
  readonly ended: Promise<number | null>;
  /** Everything it has printed. */
  text(): string;
  /** Waits for a word on the screen, or for the end. */
  says(word: RegExp): Promise<void>;
}

export const projectRoot = join(import.meta.dirname, '..', '..', '..');

const entries = { launcher: join('bin', 'start.mjs'), server: join('src', 'app', 'main.ts') };

/**
 * Starts a server of its own on a data folder of its own; without the demo company unless told otherwise.
 * `server` leaves out the launcher, which would build the web app first.
 */
export function launch(env: Record<string, string>, entry: keyof typeof entries = 'launcher'): Launched {
  const launcher = spawn(process.execPath, [join(projectRoot, entries[entry])], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DEMO: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [launcher.stdout, launcher.stderr]) stream.on('data', (piece) => (text += piece));
  const ended = new Promise<number | null>((resolve) => launcher.once('close', (status) => resolve(status)));
  return {
    launcher,
    ended,
    text: () => text,
    async says(word) {
      for (
        const end = Date.now() + 50_000;
        Date.now() < end;
        await new Promise((resolve) => setTimeout(resolve, 50))
      ) {
        if (word.test(text)) return;
        if (launcher.exitCode !== null) break;
      }
      expect(text).toMatch(word);
    },
  };
}

/** A port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Runs the command line beside a running server and answers what it printed. */
export async function cli(dataDir: string, ...args: string[]): Promise<string> {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [join(projectRoot, 'src', 'app', 'cli.ts'), ...args], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir },
  });
  return stdout.trim();
}
