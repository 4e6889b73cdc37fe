import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli, freePort, type Launched, launch } from '#app/testing/launched.ts';
import { newProof } from '#kernel/proof-of-work.ts';
import { setSealSecret } from '#kernel/sealing.ts';

// kill -9 of the server while submissions wait: none is lost, none becomes two leads.
let home: string;
let dataDir: string;
let port: number;
let server: Launched;
let key: string;

const start = async () => {
  server = launch({ DATA_DIR: dataDir, PORT: String(port), DEMO: '1', RATE_LIMIT: '0' }, 'server');
  await server.says(/ready after/);
};

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'yingdan-capture-'));
  chmodSync(home, 0o755);
  dataDir = join(home, 'data');
  port = await freePort();
  await start();
  setSealSecret(readFileSync(join(dataDir, 'secret'), 'utf8').trim());
  key = await cli(dataDir, 'api-key', 'create', '--email', 'marketing@demo.yingdan.test');
}, 120_000);
afterAll(async () => {
  server.launcher.kill('SIGTERM');
  await server.ended;
  rmSync(home, { recursive: true, force: true });
}, 60_000);

async function call(method: string, path: string, body?: unknown) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: await answer.json() };
}

const both = (text: string) => ({ zh: text, en: text });

async function submission(address: string, turn: number) {
  const challenge = await newProof(address, new Date(Date.now() - 10_000), 3);
  const solution = await solveChallenge({ challenge, deriveKey, counterStart: 3 });
  const values = { contactName: `掉电${turn}`, phone: `1370000${String(1_000 + turn)}` };
  return { values, proof: { challenge, solution } };
}

test('whatever was acknowledged, or is sent again, becomes exactly one lead', async () => {
  const form = {
    ...{
      name: '掉电',
      channel: 'website',
      campaign: 'kill-9',
      consent: null,
      redirectUrl: null,
      ownerId: null,
    },
    ...{ poolId: null, endsAt: null, oncePerDevice: false, origins: [] },
    fields: ['contactName', 'phone'].map((field) => ({ key: field, label: both(field), required: true })),
    texts: { title: both('t'), intro: both(''), button: both('b'), thanks: both('d') },
  };
  const made = await call('POST', '/capture-forms', form);
  const { address } = made.body;
  const all = await Promise.all(Array.from({ length: 120 }, (_, turn) => submission(address, turn)));
  let acknowledged = 0;
  const send = async (one: unknown) => {
    const { status } = await call('POST', `/form-pages/${address}`, one);
    expect(status).toBe(202);
    acknowledged += 1;
  };
  const unsure: unknown[] = [];
  const flood = Promise.all(all.map((one) => send(one).catch(() => unsure.push(one))));
  while (acknowledged < 30) await pause(1);
  server.launcher.kill('SIGKILL');
  await flood;
  expect(unsure.length).toBeGreaterThan(0);
  await start();
  for (const one of unsure) await send(one);
  const leads = { combinator: 'and', rules: [{ field: 'campaign', operator: '=', value: 'kill-9' }] };
  const query = `filter=${encodeURIComponent(JSON.stringify(leads))}&limit=200`;
  const waiting = { combinator: 'and', rules: [{ field: 'state', operator: '=', value: 'waiting' }] };
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(200)) {
    const left = await call(
      'GET',
      `/capture-submissions?filter=${encodeURIComponent(JSON.stringify(waiting))}`,
    );
    if (left.body.items.length === 0) break;
  }
  const found = (await call('GET', `/leads?${query}`)).body.items
    .map((lead: { phone: string }) => lead.phone)
    .sort();
  expect(found).toEqual(all.map(({ values }) => `+86${values.phone}`).sort());
}, 120_000);
