import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { testWorld, type World } from '#app/testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.settle();
  await expectNoOffenders(world);
  await world.close();
});

const open = async (who: 'e1' | 'e2' | 'w1', name: string, more: object = {}) => {
  const made = await world.alpha.call(who, 'POST', '/accounts', { name, ...more });
  expect(made.body).toMatchObject({ version: 1 });
  return made.body.id as string;
};
const person = async (accountId: string, name: string, more: object = {}) => {
  const made = await world.alpha.call('e1', 'POST', '/contacts', { accountId, name, ...more });
  expect(made.status).toBe(201);
  return made.body.id as string;
};

test('an account shows its contacts, the first one of them primary, and belongs to who opened it', async () => {
  const id = await open('e1', '晟屿新材料（湖州）有限公司', { grade: 'A', phone: '0572-2123 4567' });
  await person(id, '林可欣', { phone: '13812342671', role: 'decider', title: '采购总监' });
  await person(id, '宋之航');
  const { body } = await world.alpha.call('e1', 'GET', `/accounts/${id}`);
  expect(body.account).toMatchObject({ ownerId: world.alpha.ids.e1, phone: '+8657221234567', grade: 'A' });
  expect(body.contacts.map((one: { name: string; isPrimary: boolean }) => [one.name, one.isPrimary])).toEqual(
    [
      ['林可欣', true],
      ['宋之航', false],
    ],
  );
  expect(body.names[world.alpha.ids.e1]).toBe('Alpha e1');
});

test('another primary contact takes the place of the first, however many ask at once', async () => {
  const id = await open('e1', '恒砚包装');
  const people = [];
  for (const name of ['甲', '乙', '丙', '丁']) people.push(await person(id, name));
  await Promise.all(
    people.map((one) => world.alpha.call('e1', 'PATCH', `/contacts/${one}`, { version: 1, isPrimary: true })),
  );
  const { body } = await world.alpha.call('e1', 'GET', `/accounts/${id}`);
  expect(body.contacts.filter((one: { isPrimary: boolean }) => one.isPrimary)).toHaveLength(1);
});

test('a colleague does not see it; asking for duplicates he learns whose it is and no more', async () => {
  const id = await open('e1', '泊远供应链管理有限公司');
  await person(id, '丁若琳', { phone: '13912345678' });
  expect((await world.alpha.call('e2', 'GET', `/accounts/${id}`)).status).toBe(404);
  const query = `name=${encodeURIComponent('杭州泊远供应链管理有限责任公司')}&phone=139-1234-5678`;
  const answer = await world.alpha.call('e2', 'GET', `/accounts/matches?${query}`);
  expect(answer.body.matches).toEqual([{ id, name: '泊**', ownerName: 'Alpha e1', reason: 'name' }]);
  const own = await world.alpha.call('e1', 'GET', '/accounts/matches?phone=13912345678');
  expect(own.body.matches).toEqual([
    { id, name: '泊远供应链管理有限公司', ownerName: 'Alpha e1', reason: 'phone' },
  ]);
  expect((await world.beta.call('e1', 'GET', `/accounts/matches?${query}`)).body.matches).toEqual([]);
});

test('transferred, an account takes its contacts along and disappears from the old owner', async () => {
  const id = await open('e1', '砾原自动化');
  const contact = await person(id, '骆文博');
  const moved = await world.alpha.call('e0', 'POST', `/accounts/${id}/assign`, {
    ownerId: world.alpha.ids.e2,
  });
  expect(moved.body).toMatchObject({ id, version: 2 });
  expect((await world.alpha.call('e1', 'GET', `/contacts/${contact}`)).status).toBe(404);
  expect((await world.alpha.call('e2', 'GET', `/contacts/${contact}`)).body.contact.ownerId).toBe(
    world.alpha.ids.e2,
  );
  const again = await world.alpha.call('e0', 'POST', `/accounts/${id}/assign`, {
    ownerId: world.alpha.ids.e2,
  });
  expect(again).toMatchObject({ status: 409, body: { code: 'already_theirs' } });
  const rep = await world.alpha.call('e2', 'POST', `/accounts/${id}/assign`, { ownerId: world.alpha.ids.e1 });
  expect(rep.status).toBe(403);
});

test('one credit code is one account, however close together two come in', async () => {
  const body = { name: '苍梧电缆', uscc: '91330100799655058b' };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => world.alpha.call('e1', 'POST', '/accounts', body)),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ body: one }) => one.code === 'already_exists')).toHaveLength(7);
  const wrong = await world.alpha.call('e1', 'POST', '/accounts', { ...body, uscc: '91330100799655058C' });
  expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'uscc' }] } });
});

test('deleted and restored, an account brings back just the contacts that went with it', async () => {
  const id = await open('e1', '澜岳精工');
  const kept = await person(id, '唐致远');
  const gone = await person(id, '早已离职');
  await world.alpha.call('e1', 'DELETE', `/contacts/${gone}`);
  expect((await world.alpha.call('e0', 'DELETE', `/accounts/${id}`)).status).toBe(200);
  expect((await world.alpha.call('e1', 'GET', `/contacts/${kept}`)).status).toBe(404);
  const early = await world.alpha.call('e1', 'POST', `/contacts/${gone}/restore`);
  expect(early).toMatchObject({ status: 409, body: { code: 'account_deleted' } });
  expect((await world.alpha.call('e0', 'POST', `/accounts/${id}/restore`)).status).toBe(200);
  const { body } = await world.alpha.call('e1', 'GET', `/accounts/${id}`);
  expect(body.contacts.map((one: { id: string }) => one.id)).toEqual([kept]);
});

test('a change on an old version is refused with the present values', async () => {
  const id = await open('e1', '绵舟纺织');
  await world.alpha.call('e1', 'PATCH', `/accounts/${id}`, { version: 1, industry: '纺织' });
  const late = await world.alpha.call('e1', 'PATCH', `/accounts/${id}`, { version: 1, region: '绍兴' });
  expect(late).toMatchObject({ status: 409, body: { code: 'stale_version', current: { industry: '纺织' } } });
});

test('a contact that changes jobs belongs to the owner of the new company', async () => {
  const from = await open('e1', '旧东家');
  const contact = await person(from, '姜一鸣');
  const to = await world.alpha.call('e0', 'POST', '/accounts', { name: '新东家' });
  const moved = await world.alpha.call('e0', 'PATCH', `/contacts/${contact}`, {
    version: 1,
    accountId: to.body.id,
  });
  expect(moved.status).toBe(200);
  const { rows } = await world.alpha.run('admin', ({ tx }) =>
    sql<{ owner: string; primary: boolean }>`
      select owner_id as owner, is_primary as primary from contacts where id = ${contact}::uuid`.execute(tx),
  );
  expect(rows).toEqual([{ owner: world.alpha.ids.e0, primary: true }]);
});

test('rows are found by their ids, within the scope of who asks', async () => {
  const id = await open('e1', '按编号查找');
  const filter = encodeURIComponent(JSON.stringify({ field: 'id', operator: 'in', value: [id] }));
  const own = await world.alpha.call('e1', 'GET', `/accounts?filter=${filter}`);
  expect(own.body.items.map((one: { id: string }) => one.id)).toEqual([id]);
  expect((await world.alpha.call('e2', 'GET', `/accounts?filter=${filter}`)).body.items).toEqual([]);
});
