import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isLoopback, loadConfig, settings } from '#kernel/config.ts';

const DATA_DIR = mkdtempSync(join(tmpdir(), 'yingdan-config-'));
afterAll(() => rmSync(DATA_DIR, { recursive: true }));
const load = (env: Record<string, string> = {}) => loadConfig({ DATA_DIR, ...env });
const open = { HOST: '0.0.0.0', DEMO: '0', PUBLIC_URL: 'https://crm.example.com' };

test('with nothing set it serves the demo on loopback, port 4180', () => {
  expect(load()).toMatchObject({
    host: '127.0.0.1',
    port: 4180,
    demo: true,
    poolSize: 20,
    trustProxy: false,
  });
  expect(load().publicUrl).toBe('http://127.0.0.1:4180');
});

test('an empty variable counts as unset', () => {
  expect(load({ PORT: '', HOST: ' ', DATABASE_URL: '', DEMO: '' })).toMatchObject({
    port: 4180,
    host: '127.0.0.1',
    demo: true,
  });
});

test('a value that makes no sense is refused by the name of its variable', () => {
  expect(() => load({ PORT: 'http' })).toThrow(/PORT/);
  expect(() => load({ PORT: '70000' })).toThrow(/PORT/);
  expect(() => load({ DEMO: 'perhaps' })).toThrow(/DEMO/);
  expect(() => load({ DATABASE_URL: 'mysql://x/y' })).toThrow(/DATABASE_URL/);
});

test('a password with any character can be given beside the address', () => {
  const password = 'p@ss/w#rd%20:?&';
  const config = load({
    DATABASE_URL: 'postgresql://owner@db/crm',
    DATABASE_PASSWORD: password,
    SMTP_URL: 'smtp://me@mail:587',
    SMTP_PASSWORD: password,
  });
  expect(decodeURIComponent(new URL(config.databaseUrl ?? '').password)).toBe(password);
  expect(decodeURIComponent(new URL(config.smtpUrl ?? '').password)).toBe(password);
});

test('an own database switches the demo off unless asked for', () => {
  expect(load({ DATABASE_URL: 'postgresql://u@h/d' }).demo).toBe(false);
  expect(load({ DATABASE_URL: 'postgresql://u@h/d', DEMO: '1' }).demo).toBe(true);
});

test('the secret is made once, is long, and only its owner can read it', () => {
  const first = load().sessionSecret;
  expect(first.length).toBeGreaterThan(50);
  expect(load().sessionSecret).toBe(first);
  expect(readFileSync(join(DATA_DIR, 'secret'), 'utf8')).toBe(first);
  expect(statSync(join(DATA_DIR, 'secret')).mode & 0o077).toBe(0);
});

describe('unsafe settings refuse to start', () => {
  test.each([
    ['demo accounts on an open address', { ...open, DEMO: '1' }, /known password/],
    ['an open address without a public https address', { ...open, PUBLIC_URL: '' }, /PUBLIC_URL/],
    [
      'an open address with a plain http one',
      { ...open, PUBLIC_URL: 'http://crm.example.com' },
      /PUBLIC_URL/,
    ],
    ['a short secret', { SESSION_SECRET: 'secret' }, /SESSION_SECRET/],
    ['a default secret', { SESSION_SECRET: 'please-change-me-please-change-me-please' }, /SESSION_SECRET/],
    ['a repeated letter as secret', { SESSION_SECRET: 'a'.repeat(64) }, /SESSION_SECRET/],
    ['half of an S3 store', { S3_BUCKET: 'files' }, /S3_ENDPOINT/],
    ['an app role without an owner', { APP_DATABASE_URL: 'postgresql://u@h/d' }, /DATABASE_URL/],
  ])('%s', (_name, env, message) => {
    expect(() => load(env)).toThrow(message);
  });

  test('an open address behind TLS starts', () => {
    expect(load(open)).toMatchObject({ host: '0.0.0.0', publicUrl: 'https://crm.example.com', demo: false });
  });
});

test('loopback is what only this machine reaches', () => {
  expect(['127.0.0.1', '127.8.8.8', '::1', '[::1]', 'localhost'].every(isLoopback)).toBe(true);
  expect(['0.0.0.0', '::', '10.0.0.1', 'example.com', '127.0.0.1.example.com', ''].some(isLoopback)).toBe(
    false,
  );
});

test('the operations page lists every setting with its default and meaning', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'operations.md'), 'utf8');
  for (const [name, schema] of Object.entries(settings.shape)) {
    const row = page.split('\n').find((line) => line.split('|')[1]?.trim() === `\`${name}\``);
    expect(row, `a row for ${name}`).toBeDefined();
    expect(row).toContain(schema.description);
    const byDefault = schema.safeParse(undefined).data;
    if (byDefault !== undefined)
      expect(row).toContain(`\`${byDefault === false ? 'off' : String(byDefault)}\``);
  }
});
