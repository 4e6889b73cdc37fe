import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chainHead, linkAll, linkFacts, startChain, verifyChain } from '#kernel/chain.ts';
import { type Database, inTransaction, openDatabase } from '#kernel/db.ts';
import { silentLog } from '#kernel/log.ts';
import { announce, announceMany, fact } from '#kernel/outbox.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { type TestOrg, testOrg } from '#kernel/testing/org.ts';
import { newId } from '#kernel/values/id.ts';

const noted = fact<{ n: number; text?: string }>('thing.noted', 'things');
let server: TestDatabase;
let database: Database;
let org: TestOrg;

beforeAll(async () => {
  server = await testDatabase();
  database = openDatabase(server.appUrl);
});
afterAll(async () => {
  await database.close();
  await server.drop();
});
beforeEach(async () => {
  org = await testOrg(database);
});

const note = (n: number) =>
  org.run((step) => announce(step, noted, { subject: newId(), data: { n, text: '华为 1.50' } }));
const verify = (anchors?: Parameters<typeof verifyChain>[2]) =>
  inTransaction(database, org.id, (tx) => verifyChain(tx, org.id, anchors), 'read');
const head = () => inTransaction(database, org.id, (tx) => chainHead(tx, org.id), 'read');
/** As somebody with the owner's password could. */
const tamper = (sql: string) => withClient(server.ownerUrl, (client) => client.query(sql, [org.id]));

async function threeFacts() {
  for (const n of [1, 2, 3]) await note(n);
  await linkAll(database);
}

describe('the chain', () => {
  test('gives facts gap-free positions and holds', async () => {
    await threeFacts();
    await note(4);
    expect(await linkFacts(database, org.id)).toBe(1);
    const report = await verify();
    expect(report.offenders).toEqual([]);
    expect(report.head.position).toBe(4);
  });

  test('does not depend on the time zone of the session that looks', async () => {
    await threeFacts();
    const report = await inTransaction(database, org.id, async (tx) => {
      const { sql } = await import('kysely');
      await sql`set local timezone = 'America/New_York'`.execute(tx);
      return verifyChain(tx, org.id);
    });
    expect(report.offenders).toEqual([]);
  });

  test('leaves facts that were rolled back without a trace', async () => {
    await threeFacts();
    const failing = org.run(async (step) => {
      await announce(step, noted, { subject: newId(), data: { n: 9 } });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await linkAll(database);
    expect((await head()).position).toBe(3);
  });

  test('is linked once when ten nodes try at the same time', async () => {
    const many = Array.from({ length: 2_500 }, (_, n) => ({ subject: newId(), data: { n } }));
    await org.run((step) => announceMany(step, noted, many));
    await Promise.all(Array.from({ length: 10 }, () => linkAll(database)));
    await linkAll(database);
    const report = await verify();
    expect(report.offenders).toEqual([]);
    expect(report.head.position).toBe(2_500);
  });

  test('follows a commit by itself, within a moment', async () => {
    const linked: string[] = [];
    const chain = startChain(database, { log: silentLog(), linked: (orgId) => linked.push(orgId) });
    await note(1);
    await expect.poll(() => linked, { timeout: 2_000 }).toContain(org.id);
    await chain.stop();
    expect((await head()).position).toBe(1);
  });
});

describe('verifying finds', () => {
  test('an edited fact', async () => {
    await threeFacts();
    await tamper(`update events set data = '{"n": 2.0}' where org_id = $1 and data->>'n' = '2'`);
    expect((await verify()).offenders).toMatchObject([{ why: expect.stringContaining('position 2') }]);
  });

  test('a fact edited together with its own hash', async () => {
    await threeFacts();
    await tamper(`update event_links set hash = sha256('x') where org_id = $1 and position = 2`);
    expect((await verify()).offenders).toHaveLength(2);
  });

  test('a deleted fact, and a deleted link', async () => {
    await threeFacts();
    await tamper(`delete from events where org_id = $1 and data->>'n' = '2'`);
    expect((await verify()).offenders).toMatchObject([{ why: expect.stringContaining('is gone') }]);
    await tamper('delete from event_links where org_id = $1 and position = 2');
    expect((await verify()).offenders).toMatchObject([{ why: expect.stringContaining('no position 2') }]);
  });

  test('two facts that changed places', async () => {
    await threeFacts();
    await tamper(`update event_links a set event_id = b.event_id, event_at = b.event_at from event_links b
      where a.org_id = $1 and b.org_id = $1 and a.position = 1 and b.position = 3`).catch(() => undefined);
    await tamper(`delete from event_links where org_id = $1 and position = 3`);
    await tamper(
      `update event_links a set position = case position when 1 then 2 else 1 end + 10 where org_id = $1`,
    );
    await tamper('update event_links set position = position - 10 where org_id = $1');
    expect((await verify()).offenders.length).toBeGreaterThan(0);
  });

  test('a fact slipped in past the outbox', async () => {
    await threeFacts();
    await tamper(`insert into events (org_id, id, at, type, object, subject_id, about, source)
      values ($1, gen_random_uuid(), now(), 'x', 'x', gen_random_uuid(), '{}', 'ui')`);
    expect((await verify()).offenders).toMatchObject([{ why: 'the fact has no place in the chain' }]);
  });

  test('an end that was cut off, against a head anchored before', async () => {
    await threeFacts();
    const anchor = await head();
    await tamper(
      'delete from events e using event_links l where l.org_id = $1 and l.position = 3 and e.id = l.event_id',
    );
    await tamper('delete from event_links where org_id = $1 and position = 3');
    expect((await verify()).offenders).toEqual([]);
    expect((await verify([anchor])).offenders).toMatchObject([
      { why: expect.stringContaining('anchored position 3') },
    ]);
  });

  test('nothing the app itself could do: its role may not change or delete facts', async () => {
    await threeFacts();
    for (const statement of [
      'update events set data = null',
      'delete from events',
      'delete from event_links',
    ])
      await expect(database.pool.query(statement)).rejects.toThrow(/permission denied/);
  });
});
