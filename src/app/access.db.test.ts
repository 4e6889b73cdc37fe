import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anybody, type Operation, signedIn } from '#kernel/contract.ts';
import { newId } from '#kernel/values/id.ts';
import { allRoutes } from './routes.ts';
import { exampleInput } from './testing/example.ts';
import { fixtureRecords } from './testing/fixture-records.ts';
import { footprint } from './testing/footprint.ts';
import { expectNoOffenders } from './testing/oracle.ts';
import { type Answer, type PersonaKey, personas, testWorld, type World } from './testing/world.ts';

/** Every test here runs over the route table: a new route is attacked without anybody writing a line for it. */
const operations = allRoutes().map((route) => route.operation);
const named = operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

let world: World;
/** Records of somebody whom e1 may not see: of the other team, and of the other company. */
let others: { west: Map<string, string>; beta: Map<string, string>; canaries: string[] };

beforeAll(async () => {
  world = await testWorld();
  const west = await fixtureRecords(world.alpha, 'w1', 'canary-west', world.settle);
  const beta = await fixtureRecords(world.beta, 'w1', 'canary-beta', world.settle);
  others = { west: west.ids, beta: beta.ids, canaries: ['canary-west', 'canary-beta'] };
  await world.settle();
});
afterAll(async () => {
  await expectNoOffenders(world);
  await world.close();
});

/** The request an operation takes, with its path filled in; a GET carries the rest in the query. */
function requestOf(operation: Operation, change: Record<string, unknown> = {}) {
  const input = { ...exampleInput(operation), ...change };
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name] ?? newId())),
  );
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name)));
  if (operation.method !== 'GET') return { path, body: operation.method === 'DELETE' ? undefined : rest };
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  return { path: query.size ? `${path}?${query}` : path, body: undefined };
}

const ask = (
  who: PersonaKey | null,
  operation: Operation,
  change?: Record<string, unknown>,
): Promise<Answer> => {
  const { path, body } = requestOf(operation, change);
  return world.alpha.call(who, operation.method, path, body);
};

const withoutRequestId = ({ body }: Answer) => ({ ...body, requestId: undefined });

describe('a stranger', () => {
  test.each(named.filter(([, operation]) => operation.permission !== anybody))(
    'gets nothing but a sign-in at %s',
    async (_, operation) => {
      const answer = await ask(null, operation);
      expect([answer.status, answer.body?.code]).toEqual([401, 'not_signed_in']);
    },
  );
});

describe('a person without the permission', () => {
  const guarded = named.filter(([, operation]) => !operation.permission.startsWith('@'));
  test.each(guarded)('is refused at %s, and leaves no trace', async (_, operation) => {
    const before = await footprint(world.ownerUrl);
    for (const { key } of personas) {
      const has = await world.alpha.run(key, async ({ actor }) =>
        actor.permissions.has(operation.permission),
      );
      if (has) continue;
      const answer = await ask(key, operation);
      expect([key, answer.status, answer.body?.code]).toEqual([key, 403, 'forbidden']);
    }
    expect(await footprint(world.ownerUrl)).toEqual(before);
  });
});

describe('somebody else’s record', () => {
  const byId = named.filter(([, { object, path }]) => object && path.includes('{id}'));
  test.each(byId)('answers like one that does not exist at %s, and leaves no trace', async (_, operation) => {
    const object = operation.object ?? '';
    const before = await footprint(world.ownerUrl);
    const unknown = await ask('e1', operation, { id: newId() });
    for (const [whose, ids] of Object.entries({ west: others.west, beta: others.beta })) {
      const id = ids.get(object);
      expect([object, whose, id]).toEqual([object, whose, expect.any(String)]);
      const foreign = await ask('e1', operation, { id });
      expect([whose, foreign.status, withoutRequestId(foreign)]).toEqual([
        whose,
        unknown.status,
        withoutRequestId(unknown),
      ]);
      expect(foreign.status).toBeGreaterThanOrEqual(400);
    }
    expect(await footprint(world.ownerUrl)).toEqual(before);
  });
});

describe('what nobody may say', () => {
  const writes = named.filter(
    ([, operation]) =>
      operation.method !== 'GET' && operation.method !== 'DELETE' && !operation.path.startsWith('/files'),
  );
  test.each(writes)('an unknown or guarded property is refused by name at %s', async (_, operation) => {
    const who = operation.permission === anybody ? null : 'admin';
    for (const property of ['orgId', 'org_id', 'createdBy', 'deletedAt', '__proto__x']) {
      const { path, body } = requestOf(operation);
      const answer = await world.alpha.call(who, operation.method, path, { ...body, [property]: newId() });
      if (answer.status === 403 || answer.status === 404) continue;
      expect([property, answer.status]).toEqual([property, 422]);
      expect(answer.body.errors).toContainEqual(
        expect.objectContaining({ field: property, code: 'unknown_field' }),
      );
    }
  });

  test.each(writes)(
    'broken JSON, a list, NUL and depth are refused at %s without a stack',
    async (_, operation) => {
      const who = operation.permission === anybody ? null : 'admin';
      const { path } = requestOf(operation);
      const texts = [
        '{',
        '[]',
        '"x"',
        '{"a":1,"a":2}',
        `{"x":"\\u0000"}`,
        '{"x":"\\ud800"}',
        `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
        '{"limit":1e400}',
      ];
      for (const text of texts) {
        const answer = await world.alpha.call(who, operation.method, path, text);
        expect([text.slice(0, 20), answer.status >= 400 && answer.status < 500]).toEqual([
          text.slice(0, 20),
          true,
        ]);
        expect(answer.text).not.toMatch(/node_modules|at .*\.ts:|select |insert /);
      }
    },
  );
});

describe('lists as an oracle', () => {
  const lists = named.filter(
    ([, operation]) => operation.id.endsWith('.list') && 'filter' in operation.input.shape,
  );
  const searches = named.filter(
    ([, operation]) => operation.id.endsWith('.search') && 'filter' in operation.input.shape,
  );

  test.each(searches)('%s refuses unknown fields, sorts, columns and operators', async (_, operation) => {
    const rule = (field: string, operator = '=', value: unknown = '1') => ({
      filter: { combinator: 'and', rules: [{ field, operator, value }] },
    });
    const bad = [
      rule('margin'),
      rule('owner.salary'),
      rule("id' or 1=1--"),
      rule('createdAt', 'matches'),
      { sort: '-margin' },
      { sort: 'id;drop table' },
      { fields: 'margin' },
      { limit: 1_000 },
      { limit: 0 },
      { cursor: 'abc.def' },
    ];
    for (const body of bad) {
      const answer = await world.alpha.call('admin', operation.method, operation.path, body);
      if (answer.status === 403) return;
      expect([JSON.stringify(body), answer.status]).toEqual([JSON.stringify(body), 422]);
    }
  });

  test.each(lists)('%s refuses doubled parameters', async (_, operation) => {
    const answer = await world.alpha.call('admin', 'GET', `${operation.path}?limit=1&limit=2`);
    if (answer.status !== 403) expect(answer.status).toBe(422);
  });

  test.each(lists)('a cursor of %s is of no use to anybody else', async (_, operation) => {
    const mine = await world.alpha.call('admin', 'GET', `${operation.path}?limit=1`);
    if (mine.status !== 200 || !mine.body.nextCursor) return;
    const cursor = encodeURIComponent(mine.body.nextCursor);
    expect(
      (await world.alpha.call('admin', 'GET', `${operation.path}?limit=1&cursor=${cursor}`)).status,
    ).toBe(200);
    for (const who of ['r0', 'e1', 'marketing'] as const) {
      const answer = await world.alpha.call(who, 'GET', `${operation.path}?limit=1&cursor=${cursor}`);
      expect([who, [403, 422].includes(answer.status)]).toEqual([who, true]);
    }
  });
});

test('nothing e1 can read holds a canary of the other team or company', async () => {
  const reads = operations.filter((operation) => operation.reads && operation.permission !== anybody);
  const found: string[] = [];
  for (const operation of reads) {
    for (const change of [{}, { id: others.west.get(operation.object ?? '') ?? newId() }, { q: 'canary' }]) {
      const known = Object.fromEntries(
        Object.entries(change).filter(([key]) => key in operation.input.shape),
      );
      const answer = await ask('e1', operation, known);
      expect([operation.id, answer.status < 500]).toEqual([operation.id, true]);
      for (const canary of others.canaries)
        if (answer.text.includes(canary)) found.push(`${operation.id} ${JSON.stringify(known)}: ${canary}`);
    }
  }
  expect(found).toEqual([]);
});

test('a field that a role hides exists on no surface', async () => {
  const hide = (right: string) =>
    world.alpha.run('admin', async ({ tx, actor }) => {
      await sql`update roles set field_rights = ${JSON.stringify({ leads: { expectedAmount: right, phone: right } })}::jsonb where org_id = ${actor.orgId}::uuid and key = 'rep'`.execute(
        tx,
      );
      await sql`update orgs set stamp = stamp + 1 where id = ${actor.orgId}::uuid`.execute(tx);
    });
  const made = await world.alpha.call('e1', 'POST', '/leads', {
    company: '遮住的字段',
    channel: 'website',
    expectedAmount: '777.00',
    phone: '13700007777',
  });
  await hide('hidden');
  const call = (body: unknown, path = '/leads/search') => world.alpha.call('e1', 'POST', path, body);
  const rule = {
    filter: { combinator: 'and', rules: [{ field: 'expectedAmount', operator: '>', value: '100' }] },
  };
  for (const body of [rule, { sort: '-expectedAmount' }, { fields: 'expectedAmount' }])
    expect((await call(body)).status).toBe(422);
  expect(
    (await call({ measures: [{ fn: 'sum', field: 'expectedAmount' }] }, '/leads/aggregate')).status,
  ).toBe(422);
  expect((await call({ measures: [{ fn: 'count' }], groupBy: ['phone'] }, '/leads/aggregate')).status).toBe(
    422,
  );
  for (const path of ['/leads', `/leads/${made.body.id}`])
    expect((await world.alpha.call('e1', 'GET', path)).text).not.toMatch(
      /777\.00|expectedAmount|13700007777/,
    );
  expect(
    (await world.alpha.call('e1', 'PATCH', `/leads/${made.body.id}`, { version: 1, expectedAmount: '1.00' }))
      .body.errors,
  ).toContainEqual(expect.objectContaining({ field: 'expectedAmount', code: 'unknown_field' }));
  expect((await world.alpha.call('e1', 'GET', '/catalogue')).text).not.toContain('"expectedAmount"');
  await hide('masked');
  const masked = await world.alpha.call('e1', 'GET', `/leads/${made.body.id}`);
  expect(masked.body.lead).toMatchObject({
    phone: expect.stringContaining('****'),
    expectedAmount: '******',
  });
  await hide('edit');
});

test('the permission keys of the route table are ones that roles can carry', async () => {
  const known = await world.alpha.run('admin', async ({ actor }) => actor.permissions);
  const odd = operations.filter(
    ({ permission }) => permission !== anybody && permission !== signedIn && !known.has(permission),
  );
  // The administrator need not hold every permission, but no route may ask for one that no role has.
  const held = new Set<string>();
  for (const { key } of personas)
    for (const one of await world.alpha.run(key, async ({ actor }) => actor.permissions)) held.add(one);
  expect(
    odd.filter(({ permission }) => !held.has(permission)).map(({ id, permission }) => [id, permission]),
  ).toEqual([]);
});
