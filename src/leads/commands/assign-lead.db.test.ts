import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.settle();
  await expectNoOffenders(world);
  await world.close();
});

let made = 0;
async function poolLead(): Promise<string> {
  const pools = await world.alpha.call('marketing', 'GET', '/lead-pools');
  made += 1;
  const body = { company: `待分配 ${made}`, channel: 'website', poolId: pools.body.items[0].id };
  return (await world.alpha.call('marketing', 'POST', '/leads', body)).body.id;
}

async function give(who: PersonaKey, to: PersonaKey) {
  const id = await poolLead();
  const answer = await world.alpha.call(who, 'POST', `/leads/${id}/assign`, { ownerId: world.alpha.ids[to] });
  return { id, ...answer };
}

test.each([
  ['e0', 'e1', 200],
  ['e0', 'e0', 200],
  ['r0', 'e2', 200],
  ['r0', 'w1', 200],
  ['e0', 'w1', 403],
  ['e0', 'w0', 403],
  ['e0', 'r0', 403],
  ['w0', 'e1', 403],
  ['admin', 'w1', 200],
  ['marketing', 'e1', 200],
  ['e1', 'e2', 403],
] as const)('%s gives a lead to %s: %i', async (who, to, status) => {
  const answer = await give(who, to);
  expect(answer.status).toBe(status);
  const { body } = await world.alpha.call('admin', 'GET', `/leads/${answer.id}`);
  expect(body.lead.ownerId).toBe(status === 200 ? world.alpha.ids[to] : null);
});

test('the refusal says why, in bulk as well, and somebody who left receives nothing', async () => {
  const refused = await give('e0', 'w1');
  expect(refused.body).toMatchObject({ code: 'outside_your_team' });
  expect(refused.body.title).toMatch(/自己团队/);
  const bulk = await world.alpha.call('e0', 'POST', '/leads/bulk-assign', {
    ids: [refused.id],
    ownerId: world.alpha.ids.w1,
  });
  expect(bulk.text).toContain('outside_your_team');
  const left = await world.alpha.call('admin', 'POST', `/users/${world.alpha.ids.e2}/disable`, {
    version: 1,
    successorId: world.alpha.ids.e1,
  });
  expect(left.status).toBeLessThan(300);
  expect((await give('e0', 'e2')).status).toBe(422);
});
