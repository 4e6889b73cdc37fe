import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, pendingMigrations } from '#kernel/migrate.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';

const root = mkdtempSync(join(tmpdir(), 'yingdan-migrations-'));
let folder: string;
let database: TestDatabase;

beforeEach(async () => {
  folder = mkdtempSync(join(root, 'set-'));
  database = await testDatabase({ empty: true });
});
afterEach(() => database.drop());
afterAll(() => rmSync(root, { recursive: true }));

function write(name: string, sql: string): void {
  writeFileSync(join(folder, name), sql);
}

test('applies the files in order, once', async () => {
  write('0001-first.sql', 'create table a (id int primary key)');
  write('0002-second.sql', 'alter table a add column b int; insert into a values (1, 2)');
  expect(await pendingMigrations(database.ownerUrl, folder)).toEqual(['0001-first', '0002-second']);
  expect(await migrate(database.ownerUrl, { folder })).toEqual(['0001-first', '0002-second']);
  expect(await migrate(database.ownerUrl, { folder })).toEqual([]);
  expect(await pendingMigrations(database.ownerUrl, folder)).toEqual([]);
});

test('two servers starting together apply every file exactly once', async () => {
  for (const number of ['1', '2', '3', '4']) {
    write(`000${number}-step.sql`, `create table t${number} (id int); select pg_sleep(0.05)`);
  }
  const runs = await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl, { folder })));
  expect(runs.flat().sort()).toEqual(['0001-step', '0002-step', '0003-step', '0004-step']);
});

test('a file that fails leaves nothing of itself, and the next start carries on from there', async () => {
  write('0001-good.sql', 'create table a (id int)');
  write('0002-bad.sql', 'create table half (id int); select 1 / 0');
  await expect(migrate(database.ownerUrl, { folder })).rejects.toThrow(/division by zero/);
  const tables = await withClient(database.ownerUrl, (client) =>
    client.query("select to_regclass('a')::text as a, to_regclass('half')::text as half"),
  );
  expect(tables.rows).toEqual([{ a: 'a', half: null }]);
  write('0002-bad.sql', 'create table half (id int)');
  expect(await migrate(database.ownerUrl, { folder })).toEqual(['0002-bad']);
});

test('a runner killed in the middle of a file leaves a database that the next one finishes', async () => {
  write('0001-slow.sql', 'create table a (id int); select pg_sleep(30)');
  const running = migrate(database.ownerUrl, { folder });
  const killed = expect(running).rejects.toThrow();
  await withClient(database.ownerUrl, async (client) => {
    for (let done = 0; done === 0; ) {
      const { rowCount } = await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(30)%' and pid <> pg_backend_pid() and datname = current_database()",
      );
      done = rowCount ?? 0;
    }
  });
  await killed;
  write('0001-slow.sql', 'create table a (id int)');
  expect(await migrate(database.ownerUrl, { folder })).toEqual(['0001-slow']);
});

test('a changed file is refused by name', async () => {
  write('0001-first.sql', 'create table a (id int)');
  await migrate(database.ownerUrl, { folder });
  write('0001-first.sql', 'create table a (id bigint)');
  await expect(migrate(database.ownerUrl, { folder })).rejects.toThrow(/0001-first was changed/);
});

test('a database newer than the code is refused', async () => {
  write('0001-first.sql', 'create table a (id int)');
  write('0002-newer.sql', 'create table b (id int)');
  await migrate(database.ownerUrl, { folder });
  rmSync(join(folder, '0002-newer.sql'));
  await expect(migrate(database.ownerUrl, { folder })).rejects.toThrow(/newer than this version.*0002-newer/);
});

test('a table held by a long transaction delays the migration without blocking the users behind it', async () => {
  write('0001-first.sql', 'create table a (id int)');
  await migrate(database.ownerUrl, { folder });
  write('0002-column.sql', 'alter table a add column b int');
  await withClient(database.ownerUrl, async (holder) => {
    await holder.query('begin; select * from a');
    const running = migrate(database.ownerUrl, { folder });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = Date.now();
    await withClient(database.ownerUrl, (user) => user.query('select * from a'));
    expect(Date.now() - began).toBeLessThan(2500);
    await holder.query('commit');
    expect(await running).toEqual(['0002-column']);
  });
});

test('when the tables stay locked it gives up with a plain sentence', async () => {
  write('0001-first.sql', 'create table a (id int)');
  await migrate(database.ownerUrl, { folder });
  write('0002-column.sql', 'alter table a add column b int');
  await withClient(database.ownerUrl, async (holder) => {
    await holder.query('begin; select * from a');
    await expect(migrate(database.ownerUrl, { folder, patienceMs: 100 })).rejects.toThrow(
      /Try again at a quieter hour/,
    );
  });
});
