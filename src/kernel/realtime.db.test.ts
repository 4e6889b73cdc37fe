import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/access.ts';
import { type Running, startChain } from '#kernel/chain.ts';
import { type Database, openDatabase } from '#kernel/db.ts';
import { silentLog } from '#kernel/log.ts';
import { announce, announceMany, fact } from '#kernel/outbox.ts';
import { type Stream, startStream } from '#kernel/realtime.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { listen, type TestServer } from '#kernel/testing/http-server.ts';
import { type TestOrg, testActor, testOrg } from '#kernel/testing/org.ts';
import { makeThings } from '#kernel/testing/things.ts';
import { newId } from '#kernel/values/id.ts';

const changed = fact<{ n: number }>('thing.changed', 'things');
let server: TestDatabase;
let database: Database;
let org: TestOrg;
let stream: Stream;
let chain: Running;
let http: TestServer;
/** Who may come in, by the name in the header; taking one away ends his session. */
const people = new Map<string, Actor>();
const opened: Reader[] = [];

beforeAll(async () => {
  server = await testDatabase();
  await makeThings(server.ownerUrl);
  database = openDatabase(server.appUrl);
});
afterAll(async () => {
  await database.close();
  await server.drop();
});
beforeEach(async () => {
  org = await testOrg(database);
  const find = (request: { headers: Record<string, unknown> }) => {
    const actor = people.get(String(request.headers['x-test-user']));
    return actor ? { actor, source: 'ui' as const, byCookie: false, sessionId: null } : null;
  };
  stream = startStream(database, { log: silentLog(), authenticate: async (request) => find(request) });
  chain = startChain(database, { log: silentLog(), linked: stream.wake });
  http = await listen(database, [stream.route], find);
});
afterEach(async () => {
  for (const reader of opened.splice(0)) reader.close();
  await stream.stop();
  await chain.stop();
  await http.app.close();
  people.clear();
});

interface Message {
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

/** A screen: reads the stream like a browser would. */
class Reader {
  readonly messages: Message[] = [];
  ended = false;
  status = 0;
  readonly #abort = new AbortController();

  async open(user: string, lastEventId?: number): Promise<this> {
    opened.push(this);
    const headers: Record<string, string> = { 'x-test-user': user };
    if (lastEventId !== undefined) headers['last-event-id'] = String(lastEventId);
    const response = await fetch(`${http.url}/stream`, { headers, signal: this.#abort.signal });
    this.status = response.status;
    if (response.body && response.ok) this.#read(response.body).catch(() => undefined);
    return this;
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = '';
    for await (const chunk of body.pipeThrough(
      new TextDecoderStream() as never,
    ) as unknown as AsyncIterable<string>) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
        const event = line('event');
        if (event)
          this.messages.push({ id: Number(line('id')), event, data: JSON.parse(line('data') ?? 'null') });
      }
    }
    this.ended = true;
  }

  facts(): { position: number; subjectId: string; changedFields: string[] }[] {
    return this.messages.filter((one) => one.event === 'facts').flatMap((one) => one.data as never);
  }

  close(): void {
    this.#abort.abort();
  }
}

const read = new Set(['things.read']);

function person(name: string, change: Partial<Actor> = {}): Actor {
  const actor = testActor(org.id, { permissions: read, scopes: { things: 'self' }, ...change });
  people.set(name, actor);
  return actor;
}

async function thingOf(owner: string): Promise<string> {
  const id = newId();
  await org.run((step) =>
    sql`insert into things (org_id, id, owner_id, name) values (${org.id}::uuid, ${id}::uuid, ${owner}::uuid, 'x')`.execute(
      step.tx,
    ),
  );
  return id;
}

const change = (subject: string) =>
  org.run((step) =>
    announce(step, changed, { subject, changes: { name: ['a', 'b'], secret: ['c', 'd'] }, data: { n: 1 } }),
  );

describe('the stream', () => {
  test('tells each listener of the rows he may see and of the fields that exist for him, without values', async () => {
    const anna = person('anna', { fieldRights: { things: { secret: 'hidden' } } });
    const ben = person('ben');
    person('boss', { scopes: { things: 'all' } });
    person('guest', { permissions: new Set() });
    const readers = await Promise.all(
      ['anna', 'ben', 'boss', 'guest'].map((name) => new Reader().open(name)),
    );
    const annas = await thingOf(anna.id);
    const bens = await thingOf(ben.id);
    await change(annas);
    await change(bens);
    await expect.poll(() => readers[2]?.facts().length).toBe(2);
    await pause(400);
    const [toAnna, toBen, toBoss, toGuest] = readers.map((reader) => reader.facts());
    expect(toAnna).toMatchObject([{ subjectId: annas, changedFields: ['name'] }]);
    expect(toBen).toMatchObject([{ subjectId: bens, changedFields: ['name', 'secret'] }]);
    expect(toBoss?.map((one) => one.subjectId)).toEqual([annas, bens]);
    expect(toGuest).toEqual([]);
    expect(JSON.stringify(readers.map((reader) => reader.messages))).not.toMatch(/"[abcd]"/);
  });

  test('never tells another organisation', async () => {
    const other = await testOrg(database);
    people.set('spy', testActor(other.id, { permissions: read, scopes: { things: 'all' } }));
    person('boss', { scopes: { things: 'all' } });
    const [spy, boss] = await Promise.all(['spy', 'boss'].map((name) => new Reader().open(name, 0)));
    await change(await thingOf(newId()));
    await expect.poll(() => boss?.facts().length).toBe(1);
    await pause(400);
    expect(spy?.facts()).toEqual([]);
  });

  test('goes on without a gap after any cut', async () => {
    const anna = person('anna');
    const thing = await thingOf(anna.id);
    let last: number | undefined;
    const heard: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const reader = await new Reader().open('anna', last);
      await change(thing);
      await expect.poll(() => reader.facts().length).toBeGreaterThan(0);
      last = reader.messages.at(-1)?.id;
      heard.push(...reader.facts().map((one) => one.position));
      reader.close();
      await change(thing);
      await pause(150);
    }
    const reader = await new Reader().open('anna', last);
    await expect.poll(() => reader.facts().length).toBe(1);
    heard.push(...reader.facts().map((one) => one.position));
    expect(heard).toEqual(Array.from({ length: 10 }, (_, n) => n + 1));
  });

  test('asks to load afresh when too much was missed, or the position is not ours', async () => {
    person('boss', { scopes: { things: 'all' } });
    const many = Array.from({ length: 1_100 }, (_, n) => ({ subject: newId(), data: { n } }));
    const reader = await new Reader().open('boss');
    await org.run((step) => announceMany(step, changed, many));
    await expect.poll(() => reader.messages.some((one) => one.event === 'resync')).toBe(true);
    expect(reader.messages.find((one) => one.event === 'resync')?.data).toEqual({ objects: ['things'] });
    for (const strange of [0, 99_999]) {
      const late = await new Reader().open('boss', strange);
      await expect
        .poll(() => late.messages[0])
        .toEqual({ id: 1_100, event: 'resync', data: { objects: null } });
    }
  });

  test('follows a loss of rights at once, and ends with the session', async () => {
    const anna = person('anna', { scopes: { things: 'all' } });
    const reader = await new Reader().open('anna');
    const thing = await thingOf(newId());
    await change(thing);
    await expect.poll(() => reader.facts().length).toBe(1);
    people.set('anna', { ...anna, permissions: new Set(), org: { ...anna.org, stamp: 2 } });
    await database.pool.query('update orgs set stamp = stamp + 1 where id = $1', [org.id]);
    await change(thing);
    await pause(900);
    expect(reader.facts()).toHaveLength(1);
    people.delete('anna');
    await expect.poll(() => reader.ended, { timeout: 7_000 }).toBe(true);
  });

  test('is for people who are signed in, ten at a time each, and ends with the server', async () => {
    expect((await new Reader().open('nobody')).status).toBe(401);
    person('anna');
    const readers = await Promise.all(Array.from({ length: 10 }, () => new Reader().open('anna')));
    await expect.poll(() => stream.count()).toBe(10);
    expect((await new Reader().open('anna')).status).toBe(429);
    await stream.stop();
    await expect.poll(() => readers.every((one) => one.ended)).toBe(true);
    expect((await new Reader().open('anna')).status).toBe(503);
  });
});
