import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.close();
});

const classA = { combinator: 'and', rules: [{ field: 'class', operator: '=', value: 'A' }] };

async function keep(who: PersonaKey, more: Record<string, unknown> = {}) {
  const answer = await world.alpha.call(who, 'POST', '/views', {
    listId: 'leads.list',
    name: '好线索',
    ...more,
  });
  expect(answer.status, answer.text).toBe(201);
  return answer.body as { id: string; version: number };
}

const viewsOf = async (who: PersonaKey, listId = 'leads.list') =>
  (await world.alpha.call(who, 'GET', `/views?listId=${listId}`)).body.items as {
    id: string;
    mine: boolean;
    dropped: number;
    favourite: boolean;
    condition: unknown;
    sort: string[];
    layout: unknown;
    owner: string;
  }[];
const idsOf = async (who: PersonaKey) => (await viewsOf(who)).map(({ id }) => id);

test('a view is for whoever keeps it until it is shared; then everybody of the list has it, nobody else changes it', async () => {
  const layout = { order: ['company', 'class'], hidden: ['class'], widths: { company: 240 } };
  const own = await keep('e0', { condition: classA, sort: ['-createdAt'], layout });
  expect((await viewsOf('e0')).find(({ id }) => id === own.id)).toMatchObject({
    mine: true,
    dropped: 0,
    condition: classA,
    sort: ['-createdAt'],
    layout,
  });
  expect(await idsOf('e1')).not.toContain(own.id);
  const shared = await world.alpha.call('e0', 'PATCH', `/views/${own.id}`, { version: 1, shared: true });
  expect(shared.status, shared.text).toBe(200);
  expect((await viewsOf('w1')).find(({ id }) => id === own.id)).toMatchObject({
    mine: false,
    owner: 'Alpha e0',
  });
  expect((await world.beta.call('e0', 'GET', '/views')).body.items).toEqual([]);
  for (const [method, path, body] of [
    ['PATCH', `/views/${own.id}`, { version: 2, name: '抢' }],
    ['DELETE', `/views/${own.id}`, undefined],
    ['POST', `/views/${own.id}/restore`, undefined],
  ] as const)
    expect((await world.alpha.call('w1', method, path, body)).status, method).toBe(404);
  expect(
    (await world.alpha.call('e1', 'POST', '/views', { listId: 'leads.list', name: 'x', shared: true }))
      .status,
  ).toBe(403);
});

test('a shared view shows a rep his own rows, never those of its author (A13)', async () => {
  const company = '视图里的客户';
  for (const who of ['e1', 'w1'] as const)
    await world.alpha.call(who, 'POST', '/leads', { company, channel: 'website', class: 'A' });
  const { id } = await keep('r0', { shared: true, condition: classA });
  const view = (await viewsOf('e1')).find((one) => one.id === id);
  const rows = await world.alpha.call('e1', 'POST', '/leads/search', { filter: view?.condition });
  expect(rows.body.total).toBe(1);
  expect(rows.body.items[0].ownerId).toBe(world.alpha.ids.e1);
  const all = await world.alpha.call('r0', 'POST', '/leads/search', { filter: view?.condition });
  expect(all.body.total).toBe(2);
});

test('deleting is undone by restoring; a stale change is refused', async () => {
  const own = await keep('e1');
  const renamed = await world.alpha.call('e1', 'PATCH', `/views/${own.id}`, { version: 1, name: '新名' });
  expect(renamed.body.version).toBe(2);
  expect((await world.alpha.call('e1', 'PATCH', `/views/${own.id}`, { version: 1, name: '旧' })).status).toBe(
    409,
  );
  expect((await world.alpha.call('e1', 'DELETE', `/views/${own.id}`)).status).toBe(200);
  expect(await idsOf('e1')).not.toContain(own.id);
  expect((await world.alpha.call('e1', 'POST', `/views/${own.id}/restore`)).status).toBe(200);
  expect(await idsOf('e1')).toContain(own.id);
});

test('a view with a field that is gone opens without that rule and says so', async () => {
  const label = { zh: '预算档', en: 'Budget band' };
  const field = await world.alpha.call('admin', 'POST', '/custom-fields', {
    object: 'leads',
    type: 'text',
    label,
  });
  const key = `custom.${field.body.key}`;
  const rules = [...classA.rules, { field: key, operator: 'contains', value: '高' }];
  const { id } = await keep('e1', { condition: { combinator: 'and', rules }, sort: [key] });
  expect((await viewsOf('e1')).find((one) => one.id === id)).toMatchObject({ dropped: 0, sort: [key] });
  await world.alpha.call('admin', 'POST', `/custom-fields/${field.body.id}/retire`);
  const opened = (await viewsOf('e1')).find((one) => one.id === id);
  expect(opened).toMatchObject({ dropped: 1, condition: classA, sort: [] });
  await world.alpha.call('admin', 'POST', `/custom-fields/${field.body.id}/restore`);
  expect((await viewsOf('e1')).find((one) => one.id === id)).toMatchObject({ dropped: 0 });
});

test('unknown lists, fields and shapes are refused', async () => {
  const refuse = async (body: object) => {
    const answer = await world.alpha.call('e1', 'POST', '/views', {
      listId: 'leads.list',
      name: 'x',
      ...body,
    });
    expect(answer.status, JSON.stringify(body)).toBe(422);
  };
  await refuse({ listId: 'nothing.list' });
  await refuse({ condition: { field: 'margin', operator: '>', value: '1' } });
  await refuse({ sort: ['-note'] });
  await refuse({ name: '   ' });
  await refuse({ layout: { order: [], hidden: [], widths: {}, more: 1 } });
  await refuse({ ownerId: world.alpha.ids.e2 });
});

test('a favourite is one’s own', async () => {
  const { id } = await keep('e0', { shared: true });
  const favour = (who: PersonaKey, favourite: boolean) =>
    world.alpha.call(who, 'PUT', `/views/${id}/favourite`, { favourite });
  expect((await favour('e1', true)).status).toBe(200);
  expect((await favour('e1', true)).status).toBe(200);
  const seen = async (who: PersonaKey) => (await viewsOf(who)).find((one) => one.id === id)?.favourite;
  expect([await seen('e1'), await seen('e0')]).toEqual([true, false]);
  await favour('e1', false);
  expect(await seen('e1')).toBe(false);
  const secret = await keep('e0');
  expect(
    (await world.alpha.call('e1', 'PUT', `/views/${secret.id}/favourite`, { favourite: true })).status,
  ).toBe(404);
});

test('forty views at once do not pass the limit together', async () => {
  await world.alpha.run('w1', ({ tx, actor, now }) =>
    sql`
      insert into saved_views (org_id, id, list_id, owner_id, name, created_at, created_by)
      select ${actor.orgId}::uuid, gen_random_uuid(), 'leads.list', ${actor.id}::uuid, 'v' || n, ${now}, ${actor.id}::uuid
      from generate_series(1, 190) as n`.execute(tx),
  );
  const answers = await Promise.all(
    Array.from({ length: 40 }, () =>
      world.alpha.call('w1', 'POST', '/views', { listId: 'leads.list', name: 'x' }),
    ),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
  expect(answers.filter(({ body }) => body.code === 'too_many_views')).toHaveLength(30);
});

test('the shared views of somebody who leaves go to his successor', async () => {
  const shared = await keep('e0', { shared: true, name: '留下的' });
  const own = await keep('e0', { name: '自己的' });
  const person = await world.alpha.call('admin', 'GET', `/users/${world.alpha.ids.e0}`);
  const gone = await world.alpha.call('admin', 'POST', `/users/${world.alpha.ids.e0}/disable`, {
    version: 1,
    successorId: world.alpha.ids.r0,
  });
  expect(gone.status, `${gone.text} ${person.text}`).toBe(200);
  await world.settle();
  const views = await viewsOf('r0');
  expect(views.find(({ id }) => id === shared.id)).toMatchObject({ mine: true, owner: 'Alpha r0' });
  expect(views.find(({ id }) => id === own.id)).toBeUndefined();
});
