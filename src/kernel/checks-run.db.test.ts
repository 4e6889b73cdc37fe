import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linkAll } from '#kernel/chain.ts';
import { anchorChain, readAnchors } from '#kernel/chain-anchors.ts';
import { type CheckResult, expectNoOffenders, runChecks } from '#kernel/checks-run.ts';
import { type Database, openDatabase } from '#kernel/db.ts';
import { openFileStore } from '#kernel/files/open-store.ts';
import { setFileStore } from '#kernel/files.ts';
import { kernelJobs } from '#kernel/kernel-jobs.ts';
import { silentLog } from '#kernel/log.ts';
import { announce, fact } from '#kernel/outbox.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { type TestOrg, testOrg } from '#kernel/testing/org.ts';
import { newId } from '#kernel/values/id.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'yingdan-checks-'));
const store = openFileStore({ dataDir, s3: undefined });
let server: TestDatabase;
let database: Database;
let org: TestOrg;

beforeAll(() => setFileStore(store));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
beforeEach(async () => {
  server = await testDatabase();
  database = openDatabase(server.appUrl, 4);
  org = await testOrg(database);
  await org.run((step) => announce(step, fact('thing.noted', 'things'), { subject: newId(), data: {} }));
  await linkAll(database);
  return async () => {
    await database.close();
    await server.drop();
  };
});

const asOwner = (text: string, values: unknown[] = []) =>
  withClient(server.ownerUrl, (client) => client.query(text, values));
const broken = (results: CheckResult[]) =>
  results.filter((one) => one.offenders.length > 0).map((one) => one.id);
const contextOf = { log: silentLog(), signal: new AbortController().signal, attempt: 1 };
const context = () => ({
  ...contextOf,
  orgId: org.id,
  database,
  transaction: <T>(work: Parameters<typeof org.run<T>>[0]) => org.run(work),
});

describe('the checks', () => {
  test('find nothing on whole data', async () => {
    const results = await runChecks(database, { store });
    expect(broken(results)).toEqual([]);
    expect(results.map((one) => one.id)).toEqual(['U1', 'U1-rights', 'U4', 'U4-dead', 'wall', 'L3']);
    await expectNoOffenders(database);
  });

  test('bite: each kind of damage is found by its own check', async () => {
    await asOwner(`update events set type = 'forged' where org_id = $1`, [org.id]);
    await asOwner('grant delete on events to yingdan_app');
    await asOwner(
      `insert into outbox (event_id, org_id, at) values ('00000000-0000-7000-8000-000000000000', $1, now())`,
      [org.id],
    );
    await asOwner(`insert into reaction_failures values ($1, 'r', 1, 8, 'boom', now(), true)`, [org.id]);
    await asOwner('create table open_house (org_id uuid primary key)');
    const id = newId();
    await org.run(({ tx }) =>
      sql`insert into files (org_id, id, name, media_type, size, sha256, uploaded_by, created_at)
        values (${org.id}::uuid, ${id}::uuid, 'a', 'b', 1, '', ${id}::uuid, now())`.execute(tx),
    );
    expect(broken(await runChecks(database, { store }))).toEqual([
      'U1',
      'U1-rights',
      'U4',
      'U4-dead',
      'wall',
      'L3',
    ]);
    await expect(expectNoOffenders(database)).rejects.toThrow(/BROKEN {2}U1 [\s\S]*BROKEN {2}wall/);
  });

  test('read the bytes themselves when asked to look deep', async () => {
    const id = newId();
    const put = (text: string) =>
      store.put(
        { orgId: org.id, id },
        (async function* () {
          yield Buffer.from(text);
        })(),
      );
    const { sha256 } = await put('right');
    await org.run(({ tx }) =>
      sql`insert into files (org_id, id, name, media_type, size, sha256, uploaded_by, created_at)
        values (${org.id}::uuid, ${id}::uuid, 'a', 'b', 5, ${sha256}, ${id}::uuid, now())`.execute(tx),
    );
    expect(broken(await runChecks(database, { store, deep: true }))).toEqual([]);
    await put('wrong');
    expect(broken(await runChecks(database, { store }))).toEqual([]);
    expect(broken(await runChecks(database, { store, deep: true }))).toEqual(['L3']);
  });

  test('of slices run inside each organisation, and one that cannot run counts as broken', async () => {
    const checks = [
      {
        id: 'X1',
        says: 'sees only its own organisation',
        offenders: sql<{
          id: string;
          why: string;
        }>`select id, 'foreign' as why from events where org_id <> yd_org()`,
      },
      {
        id: 'X2',
        says: 'is misspelt',
        offenders: sql<{ id: string; why: string }>`select nothing from nowhere`,
      },
    ];
    await testOrg(database);
    expect(broken(await runChecks(database, { checks }))).toEqual(['X2', 'X2']);
  });
});

describe('the daily anchor', () => {
  test('makes a cut-off end visible', async () => {
    await anchorChain(dataDir).run({}, context());
    await asOwner('delete from event_links where org_id = $1', [org.id]);
    await asOwner('delete from events where org_id = $1', [org.id]);
    expect(broken(await runChecks(database))).toEqual([]);
    expect(broken(await runChecks(database, { anchors: await readAnchors(dataDir) }))).toEqual(['U1']);
  });

  test('needs no file to begin with', async () => {
    expect((await readAnchors(join(dataDir, 'nowhere'))).size).toBe(0);
    writeFileSync(join(dataDir, 'chain-anchors.jsonl'), '');
    expect((await readAnchors(dataDir)).size).toBe(0);
  });
});

test('the jobs of the ground run on an ordinary organisation', async () => {
  const errors: unknown[] = [];
  const log = Object.assign(silentLog(), { error: (facts: unknown) => errors.push(facts) });
  await asOwner(
    `insert into idempotency_keys values ($1, $1, 'x', 'old', '', 200, '{}', now() - interval '8 days'),
      ($1, $1, 'x', 'new', '', 200, '{}', now())`,
    [org.id],
  );
  for (const one of kernelJobs({ dataDir, checks: [] }))
    if (one.schedule) await one.run({}, { ...context(), log: log as never });
  expect(errors).toEqual([]);
  const kept = await asOwner('select key from idempotency_keys');
  expect(kept.rows).toEqual([{ key: 'new' }]);
});
