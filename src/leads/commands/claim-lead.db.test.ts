import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { testWorld, type World } from '#app/testing/world.ts';
import { newId } from '#kernel/values/id.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.close();
});

let phone = 13_800_000_000;

async function poolLead(): Promise<string> {
  const pools = await world.alpha.call('marketing', 'GET', '/lead-pools');
  const poolId = pools.body.items[0].id;
  phone += 1;
  const made = await world.alpha.call('marketing', 'POST', '/leads', {
    company: `公海客户${phone}`,
    channel: 'website',
    phone: String(phone),
    poolId,
  });
  expect(made.status).toBe(201);
  return made.body.id;
}

const setPolicy = (cap: number) =>
  world.alpha.run('admin', ({ tx, actor }) =>
    sql`update lead_policies set private_cap = ${cap} where org_id = ${actor.orgId}::uuid`.execute(tx),
  );

test('of fifty claims on one lead one wins, and the others read who was first', async () => {
  const id = await poolLead();
  const reps = ['e1', 'e2', 'w1', 'e0', 'w0'] as const;
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => world.alpha.call(reps[n % 5] ?? 'e1', 'POST', `/leads/${id}/claim`)),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const losers = answers.filter(({ status }) => status === 409);
  expect(losers).toHaveLength(49);
  expect(losers.every(({ body }) => body.code === 'already_claimed' && /Alpha/.test(body.title))).toBe(true);
  const places = await world.alpha.run('admin', ({ tx }) =>
    sql`select 1 from lead_places where lead_id = ${id}::uuid and cause = 'claimed'`.execute(tx),
  );
  expect(places.rows).toHaveLength(1);
});

test('one rep who claims thirty at once against a cap of ten holds ten', async () => {
  await setPolicy(10);
  const ids = [];
  for (let n = 0; n < 30; n += 1) ids.push(await poolLead());
  const held = (await world.alpha.call('w1', 'GET', '/lead-holding')).body.held;
  const answers = await Promise.all(ids.map((id) => world.alpha.call('w1', 'POST', `/leads/${id}/claim`)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(10 - held);
  expect(answers.filter(({ body }) => body?.code === 'pool_full')).toHaveLength(20 + held);
  expect((await world.alpha.call('w1', 'GET', '/lead-holding')).body).toMatchObject({ held: 10, cap: 10 });
  await setPolicy(50);
});

test('a released lead rests before its last owner may take it again, while a colleague may at once', async () => {
  const id = await poolLead();
  expect((await world.alpha.call('e1', 'POST', `/leads/${id}/claim`)).status).toBe(200);
  expect((await world.alpha.call('e1', 'POST', `/leads/${id}/release`, { reason: 'noTime' })).status).toBe(
    200,
  );
  expect((await world.alpha.call('e1', 'POST', `/leads/${id}/claim`)).body).toMatchObject({
    code: 'cooling_down',
  });
  expect((await world.alpha.call('e2', 'POST', `/leads/${id}/claim`)).status).toBe(200);
});

test('a manager who returns a lead of his rep makes the rep wait, not himself', async () => {
  const id = await poolLead();
  await world.alpha.call('e1', 'POST', `/leads/${id}/claim`);
  expect((await world.alpha.call('e0', 'POST', `/leads/${id}/release`, { reason: 'other' })).status).toBe(
    200,
  );
  expect((await world.alpha.call('e1', 'POST', `/leads/${id}/claim`)).body.code).toBe('cooling_down');
  expect((await world.alpha.call('e0', 'POST', `/leads/${id}/claim`)).status).toBe(200);
});

test('the cap holds for a lead that is assigned', async () => {
  await setPolicy(0);
  const id = await poolLead();
  const answer = await world.alpha.call('e0', 'POST', `/leads/${id}/assign`, { ownerId: world.alpha.ids.e2 });
  expect(answer.body).toMatchObject({ code: 'pool_full' });
  await setPolicy(50);
});

test('two leads with one mobile do not both come in, however close together', async () => {
  const body = { company: '同一手机', channel: 'website', phone: '13911112222' };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => world.alpha.call('e1', 'POST', '/leads', body)),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ body: one }) => one.code === 'already_exists')).toHaveLength(9);
});

test('nobody puts a lead into a closed pool that he is not in', async () => {
  const closed = newId();
  await world.alpha.run('admin', ({ tx, actor, now }) =>
    sql`insert into lead_pools (org_id, id, name, open_to_all, created_at) values (${actor.orgId}::uuid, ${closed}::uuid, 'closed', false, ${now})`.execute(
      tx,
    ),
  );
  const body = { company: '进不去的公海', channel: 'website', poolId: closed };
  const refused = await world.alpha.call('e1', 'POST', '/leads', body);
  expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([422, 'poolId']);
  expect((await world.alpha.call('marketing', 'POST', '/leads', body)).status).toBe(201);
});

test('afterwards every lead is in one place and every counter is right', async () => {
  await world.settle();
  await expectNoOffenders(world);
});
