import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort, type Launched, launch } from './testing/launched.ts';

let home: string;
let started: Launched[];
let port: number;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'yingdan-start-'));
  chmodSync(home, 0o755);
  started = [];
  port = await freePort();
});

afterEach(async () => {
  for (const { launcher, ended } of started) {
    launcher.kill('SIGTERM');
    await ended;
  }
  rmSync(home, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): Launched {
  const one = launch({ DATA_DIR: join(home, 'data'), PORT: String(port), ...env });
  started.push(one);
  return one;
}

const healthy = async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).status;

test('it says when it is ready, serves, and stops cleanly on a signal', async () => {
  const server = start();
  await server.says(/ready after/);
  expect(await healthy()).toBe(200);
  server.launcher.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(existsSync(join(home, 'data', 'server.lock'))).toBe(false);
  expect(existsSync(join(home, 'data', 'postgres', 'postmaster.pid'))).toBe(false);
});

test('a second one on the same port, or on the same data, is told so and leaves the first alone', async () => {
  const first = start();
  await first.says(/ready after/);
  const samePort = start({ DATA_DIR: join(home, 'other') });
  expect(await samePort.ended).toBe(1);
  expect(samePort.text()).toContain(`Port ${port} on 127.0.0.1 is already taken`);
  const sameData = start({ PORT: String(await freePort()) });
  expect(await sameData.ended).toBe(1);
  expect(sameData.text()).toMatch(/Another Yingdan server \(process \d+\) is already using the data folder/);
  expect(samePort.text() + sameData.text()).not.toMatch(/\n\s+at .*:\d+:\d+/);
  expect(await healthy()).toBe(200);
});

test('a killed launcher takes its server with it, and the next start finds everything in order', async () => {
  const first = start();
  await first.says(/ready after/);
  first.launcher.kill('SIGKILL');
  await first.ended;
  for (let tries = 0; existsSync(join(home, 'data', 'server.lock')) && tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const second = start();
  await second.says(/ready after/);
  expect(await healthy()).toBe(200);
});

test('a killed server is recovered by the next start', async () => {
  const first = start();
  await first.says(/ready after/);
  const { pid } = JSON.parse(readFileSync(join(home, 'data', 'server.lock'), 'utf8'));
  process.kill(pid, 'SIGKILL');
  expect(await first.ended).toBe(137);
  const second = start();
  await second.says(/ready after/);
  expect(await healthy()).toBe(200);
});

test('the demo on an address that others can reach is refused before anything is written', async () => {
  const server = start({ HOST: '0.0.0.0', DEMO: '1' });
  expect(await server.ended).toBe(1);
  expect(server.text()).toMatch(/known password.*HOST=127\.0\.0\.1/s);
  expect(existsSync(join(home, 'data'))).toBe(false);
});
