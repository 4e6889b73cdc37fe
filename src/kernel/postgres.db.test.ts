import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadConfig } from '#kernel/config.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { borrowDatabase, startDatabase } from '#kernel/postgres.ts';
import { startScratchServer } from '#kernel/testing/scratch-server.ts';

interface Held {
  readonly process: ChildProcess;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly refused?: string;
  readonly said: string[];
  readonly ended: Promise<void>;
}

const program = join(import.meta.dirname, 'testing', 'hold-database.ts');
const asRoot = process.getuid?.() === 0;
let home: string;
let dataDir: string;
let held: Held[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'yingdan-boot-'));
  chmodSync(home, 0o755);
  dataDir = join(home, 'data');
  held = [];
});

afterEach(async () => {
  for (const one of held) {
    one.process.kill('SIGTERM');
    await one.ended;
  }
  const moved = join(dataDir, 'postgres.location');
  if (existsSync(moved)) {
    const folder = readFileSync(moved, 'utf8').trim();
    for (const path of [folder, `${folder}.owner`]) rmSync(path, { recursive: true, force: true });
  }
  rmSync(home, { recursive: true, force: true });
});

async function hold(
  env: Record<string, string> = {},
  account: { uid?: number; gid?: number } = {},
): Promise<Held> {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...account,
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const said: string[] = [];
  const answer = await new Promise<Partial<Held>>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message = JSON.parse(line);
      if (message.said) said.push(message.said);
      else resolve(message);
    });
    void ended.then(() => reject(new Error('The holder ended without a word.')));
  });
  const one: Held = { process: child, ownerUrl: '', appUrl: '', said, ended, ...answer };
  held.push(one);
  return one;
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  return withClient(url, async (client) => (await client.query<Row>(sql)).rows);
}

async function killed(one: Held): Promise<void> {
  one.process.kill('SIGKILL');
  await one.ended;
}

const postmasterPid = () =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
const writeReceipt = 'create table receipts (id int); insert into receipts values (7)';
const receipts = (one: Held) => ask<{ id: number }>(one.ownerUrl, 'select id from receipts');

describe('a first start', () => {
  test('makes a durable, checksummed UTF-8 database that sorts by code point and finds Chinese', async () => {
    const one = await hold();
    await ask(one.ownerUrl, 'create extension pg_trgm');
    const [row] = await ask(
      one.ownerUrl,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
              current_setting('synchronous_commit') as commit, current_setting('data_checksums') as sums,
              current_setting('server_encoding') as encoding, cardinality(show_trgm('华为')) > 0 as chinese,
              'Ä' ilike 'ä' as folds`,
    );
    expect(row).toEqual({
      fsync: 'on',
      pages: 'on',
      commit: 'on',
      sums: 'on',
      encoding: 'UTF8',
      chinese: true,
      folds: true,
    });
  });

  test('gives the server a role that owns nothing and cannot pass the wall', async () => {
    const one = await hold();
    const [role] = await ask(
      one.appUrl,
      'select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({
      rolname: 'yingdan_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
    });
    await expect(ask(one.appUrl, 'create table mine (id int)')).rejects.toThrow(/permission denied/);
  });

  test('throws away what an interrupted first start left half-made', async () => {
    mkdirSync(join(dataDir, 'postgres.new'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.new', 'half'), 'made');
    expect((await hold()).refused).toBeUndefined();
  });

  test('keeps nothing for others to read', async () => {
    await hold();
    for (const name of ['postgres', 'postgres.json', 'secret']) {
      expect(statSync(join(dataDir, name)).mode & 0o077, name).toBe(0);
    }
  });
});

describe('one data folder, one server', () => {
  test('a second server is refused by the process id of the first, which keeps working', async () => {
    const first = await hold();
    await ask(first.ownerUrl, writeReceipt);
    const second = await hold();
    expect(second.refused).toContain(`process ${first.process.pid}`);
    expect(second.refused).toContain(dataDir);
    expect(await receipts(first)).toEqual([{ id: 7 }]);
  });

  test('of two servers starting at the same instant one wins', async () => {
    const both = await Promise.all([hold(), hold()]);
    expect(both.filter((one) => one.refused === undefined)).toHaveLength(1);
  });

  test('a command beside a running server uses its database and leaves it running', async () => {
    const first = await hold();
    await ask(first.ownerUrl, writeReceipt);
    const borrowed = await borrowDatabase(loadConfig({ DATA_DIR: dataDir }));
    expect(await ask(borrowed.ownerUrl, 'select id from receipts')).toEqual([{ id: 7 }]);
    await borrowed.stop();
    expect(await receipts(first)).toEqual([{ id: 7 }]);
  });

  test('a clean stop leaves neither lock nor pid file', async () => {
    const one = await hold();
    one.process.kill('SIGTERM');
    await one.ended;
    expect(one.process.exitCode).toBe(0);
    expect(existsSync(join(dataDir, 'server.lock'))).toBe(false);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});

describe('after a crash', () => {
  test('a killed server leaves PostgreSQL behind, and the next start takes over with everything in place', async () => {
    const first = await hold();
    await ask(first.ownerUrl, writeReceipt);
    await killed(first);
    const second = await hold();
    expect(second.refused).toBeUndefined();
    expect(await receipts(second)).toEqual([{ id: 7 }]);
  });

  test('server and PostgreSQL both killed: the committed row is there', async () => {
    const first = await hold();
    await ask(first.ownerUrl, writeReceipt);
    const pid = postmasterPid();
    await killed(first);
    process.kill(pid, 'SIGKILL');
    expect(await receipts(await hold())).toEqual([{ id: 7 }]);
  });

  test('PostgreSQL alone killed: it is started again under the running server', async () => {
    const one = await hold();
    await ask(one.ownerUrl, writeReceipt);
    process.kill(postmasterPid(), 'SIGKILL');
    for (let tries = 0; ; tries += 1) {
      await pause(200);
      const rows = await receipts(one).catch((error: unknown) =>
        tries > 100 ? Promise.reject(error) : undefined,
      );
      if (rows) {
        expect(rows).toEqual([{ id: 7 }]);
        break;
      }
    }
    expect(one.said.join()).toContain('started again');
  });

  test('process ids that meanwhile belong to others stop nobody', async () => {
    const first = await hold();
    await ask(first.ownerUrl, writeReceipt);
    const pid = postmasterPid();
    await killed(first);
    process.kill(pid, 'SIGKILL');
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)));
    writeFileSync(
      join(dataDir, 'server.lock'),
      JSON.stringify({ pid: process.pid, began: 'another boot:1' }),
    );
    expect(await receipts(await hold())).toEqual([{ id: 7 }]);
  });
});

describe('places', () => {
  test.runIf(asRoot)(
    'as root in a folder that nobody else may enter, the database is kept where it can be read',
    async () => {
      chmodSync(home, 0o700);
      const first = await hold();
      expect(first.said.join()).toContain('/var/lib/yingdan/data-');
      await ask(first.ownerUrl, writeReceipt);
      first.process.kill('SIGTERM');
      await first.ended;
      const second = await hold();
      expect(second.said).toEqual([]);
      expect(await receipts(second)).toEqual([{ id: 7 }]);
    },
  );

  test('a path too long for a socket works, with spaces and Chinese letters in it', async () => {
    dataDir = join(home, '赢单 数据', 'a'.repeat(90));
    const one = await hold();
    expect(await ask(one.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a file in the way is named', async () => {
    writeFileSync(join(home, 'file'), '');
    dataDir = join(home, 'file', 'data');
    expect((await hold()).refused).toMatch(/Cannot use .*file.*not a folder/);
  });

  test.runIf(asRoot)('a folder without the right to write is named', async () => {
    const one = await hold({}, { uid: 65534, gid: 65534 });
    expect(one.refused).toMatch(/Cannot use .*may not write there/);
  });
});

describe('an external server', () => {
  const external = (url: string) => startDatabase(loadConfig({ DATA_DIR: dataDir, DATABASE_URL: url }));
  const sound = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

  test('is used as it is when its settings are durable, by several servers at once', async () => {
    const server = await startScratchServer(sound);
    try {
      const databases = await Promise.all([external(server.url), external(server.url), external(server.url)]);
      for (const { appUrl, warnings } of databases) {
        expect(warnings).toEqual([]);
        expect(await ask(appUrl, 'select current_user::text as me')).toEqual([{ me: 'yingdan_app' }]);
      }
    } finally {
      await server.stop();
    }
  });

  test.each(Object.keys(sound))('is refused with %s off', async (name) => {
    const server = await startScratchServer({ ...sound, [name]: 'off' });
    try {
      await expect(external(server.url)).rejects.toThrow(`${name}=off`);
    } finally {
      await server.stop();
    }
  });

  test('without checksums gets a warning', async () => {
    const server = await startScratchServer(sound, { checksums: false });
    try {
      expect((await external(server.url)).warnings.join()).toMatch(/checksums are off/);
    } finally {
      await server.stop();
    }
  });

  test('with an app role that could pass the wall is refused', async () => {
    const server = await startScratchServer(sound);
    try {
      const config = loadConfig({
        DATA_DIR: dataDir,
        DATABASE_URL: server.url,
        APP_DATABASE_URL: server.url,
      });
      await expect(startDatabase(config)).rejects.toThrow(/too strong/);
    } finally {
      await server.stop();
    }
  });

  test('that cannot be reached is a plain sentence', async () => {
    await expect(external('postgresql://nobody:x@127.0.0.1:1/none')).rejects.toThrow(
      /cannot be reached.*Check DATABASE_URL/,
    );
  });
});
