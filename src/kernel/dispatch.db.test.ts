import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linkAll } from '#kernel/chain.ts';
import { type Database, inTransaction, openDatabase } from '#kernel/db.ts';
import { dispatchOrg, replayFailure } from '#kernel/dispatch.ts';
import { silentLog } from '#kernel/log.ts';
import { announce, announceMany, fact, on, type Reaction } from '#kernel/outbox.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { type TestOrg, testOrg, testSystemStep } from '#kernel/testing/org.ts';
import { newId } from '#kernel/values/id.ts';

const noted = fact<{ n: number }>('thing.noted', 'things');
const other = fact<{ n: number }>('thing.other', 'things');
let server: TestDatabase;
let database: Database;
let org: TestOrg;

beforeAll(async () => {
  server = await testDatabase();
  database = openDatabase(server.appUrl);
  await withClient(server.ownerUrl, (client) =>
    client.query(`create table heard (reaction text, n int); grant select, insert on heard to yingdan_app`),
  );
});
afterAll(async () => {
  await database.close();
  await server.drop();
});
beforeEach(async () => {
  await withClient(server.ownerUrl, (client) => client.query('truncate heard'));
  org = await testOrg(database);
});

const settings = (...reactions: Reaction[]) => ({ reactions, systemStep: testSystemStep, log: silentLog() });
const listener = (name: string, fail: (n: number) => boolean = () => false) =>
  on(name, noted, async ({ data }, { tx }) => {
    await sql`insert into heard (reaction, n) values (${name}, ${data.n})`.execute(tx);
    if (fail(data.n)) throw new Error(`cannot hear ${data.n}`);
  });

async function say(...numbers: number[]) {
  await org.run((step) =>
    announceMany(
      step,
      noted,
      numbers.map((n) => ({ subject: newId(), data: { n } })),
    ),
  );
  await linkAll(database);
}

async function heard(reaction: string): Promise<number[]> {
  const { rows } = await database.pool.query('select n from heard where reaction = $1', [reaction]);
  return rows.map((row: { n: number }) => row.n);
}

const failures = () =>
  inTransaction(database, org.id, async (tx) => {
    const { rows } = await sql<{ reaction: string; position: number; attempts: number; dead: boolean }>`
      select reaction, position, attempts, dead from reaction_failures`.execute(tx);
    return rows;
  });

/** Time passes: what failed is due again. */
const later = () =>
  inTransaction(database, org.id, (tx) =>
    sql`update reaction_failures set at = at - interval '1 hour'`.execute(tx),
  );

describe('reactions', () => {
  test('hear every fact once and in order, however many nodes there are', async () => {
    const one = listener('one');
    const numbers = Array.from({ length: 60 }, (_, n) => n);
    await say(...numbers);
    await Promise.all(Array.from({ length: 6 }, () => dispatchOrg(database, org.id, settings(one))));
    await dispatchOrg(database, org.id, settings(one));
    expect(await heard('one')).toEqual(numbers);
  });

  test('jump over facts that do not concern them', async () => {
    const one = listener('one');
    await dispatchOrg(database, org.id, settings(one));
    await org.run((step) =>
      announceMany(
        step,
        other,
        Array.from({ length: 1_200 }, (_, n) => ({ subject: newId(), data: { n } })),
      ),
    );
    await say(7);
    await dispatchOrg(database, org.id, settings(one));
    expect(await heard('one')).toEqual([7]);
  });

  test('start with the present when a later version brings them', async () => {
    const [one, two] = [listener('one'), listener('two')];
    await say(1);
    await dispatchOrg(database, org.id, settings(one));
    await dispatchOrg(database, org.id, settings(one, two));
    await say(2);
    await dispatchOrg(database, org.id, settings(one, two));
    expect(await heard('one')).toEqual([1, 2]);
    expect(await heard('two')).toEqual([2]);
  });

  test('may announce facts themselves, in the name of whoever caused it', async () => {
    const echo = on('echo', noted, async ({ data }, step) => {
      await announce(step, other, { subject: newId(), data });
    });
    await say(5);
    await dispatchOrg(database, org.id, settings(echo));
    await linkAll(database);
    const { rows } = await inTransaction(database, org.id, (tx) =>
      sql<{ actor_id: string }>`select actor_id from events where type = 'thing.other'`.execute(tx),
    );
    expect(rows).toEqual([{ actor_id: org.actor.id }]);
  });
});

describe('a poison fact', () => {
  test('does not undo what was heard well before it, nor hear that twice', async () => {
    const picky = settings(listener('picky', (n) => n === 30));
    await say(...Array.from({ length: 40 }, (_, n) => n));
    for (let n = 0; n < 8; n += 1) {
      await dispatchOrg(database, org.id, picky);
      await later();
    }
    expect(await heard('picky')).toEqual(Array.from({ length: 40 }, (_, n) => n).filter((n) => n !== 30));
  });

  test('leaves no half effect, and waits before the next try', async () => {
    const picky = listener('picky', (n) => n === 2);
    await say(1, 2, 3);
    const due = await dispatchOrg(database, org.id, settings(picky));
    expect(due?.getTime()).toBeGreaterThan(Date.now());
    expect(await heard('picky')).toEqual([1]);
    // However slow this machine is, the next try is still to come.
    await inTransaction(database, org.id, (tx) =>
      sql`update reaction_failures set at = at + interval '1 hour'`.execute(tx),
    );
    await dispatchOrg(database, org.id, settings(picky));
    expect(await failures()).toEqual([{ reaction: 'picky', position: 2, attempts: 1, dead: false }]);
  });

  test('is set aside after eight tries; the rest and the other reactions go on', async () => {
    const all = settings(
      listener('picky', (n) => n === 2),
      listener('calm'),
    );
    await say(1, 2, 3);
    for (let n = 0; n < 8; n += 1) {
      await dispatchOrg(database, org.id, all);
      await later();
    }
    expect(await heard('calm')).toEqual([1, 2, 3]);
    expect(await heard('picky')).toEqual([1, 3]);
    expect(await failures()).toEqual([{ reaction: 'picky', position: 2, attempts: 8, dead: true }]);
  });

  test('can be heard again once the cause is mended, once', async () => {
    let broken = true;
    const picky = settings(listener('picky', (n) => n === 2 && broken));
    await say(1, 2);
    for (let n = 0; n < 8; n += 1) {
      await dispatchOrg(database, org.id, picky);
      await later();
    }
    const failed = { orgId: org.id, name: 'picky', position: 2 };
    await expect(replayFailure(database, failed, picky)).rejects.toThrow('cannot hear 2');
    expect(await failures()).toHaveLength(1);
    broken = false;
    await replayFailure(database, failed, picky);
    await expect(replayFailure(database, failed, picky)).rejects.toThrow('no such failure');
    expect(await heard('picky')).toEqual([1, 2]);
    expect(await failures()).toEqual([]);
  });
});
