import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';
import { addLead } from './add-lead.ts';
import { handOverLeads } from './hand-over-leads.ts';
import { moveLead } from './move-lead.ts';

let world: World;
let poolId = '';
beforeAll(async () => {
  world = await testWorld();
  poolId = (await call('marketing', 'GET', '/lead-pools')).body.items[0].id;
});
afterAll(async () => {
  await world.settle();
  await expectNoOffenders(world);
  await world.close();
});

const call: World['alpha']['call'] = (...args) => world.alpha.call(...args);
let made = 0;
const body = () => {
  made += 1;
  return { company: `库容 ${made}`, channel: 'website' };
};

async function leadsIn(n: number): Promise<string[]> {
  const ids = [];
  for (let one = 0; one < n; one += 1)
    ids.push((await call('marketing', 'POST', '/leads', { ...body(), poolId })).body.id);
  return ids;
}

const capOf = (who: PersonaKey, cap: number) =>
  call('admin', 'PUT', `/lead-caps/user/${world.alpha.ids[who]}`, { cap });
const held = async (who: PersonaKey) => (await call(who, 'GET', '/lead-holding')).body.held as number;
/** Leaves a person exactly so much room. */
const roomFor = async (who: PersonaKey, n: number) => capOf(who, (await held(who)) + n);

test('on every way in, fifty at once fill five places and no sixth', async () => {
  const to = world.alpha.ids.e2;
  const waiting = await leadsIn(50);
  await roomFor('e2', 5);
  const before = await held('e2');
  const refused = async (all: Promise<{ status: number; body: { code?: string } }>[]) => {
    const answers = await Promise.all(all);
    expect(answers.filter(({ status }) => status >= 300).map(({ body: one }) => one.code)).toEqual(
      Array.from({ length: answers.length - 5 }, () => 'pool_full'),
    );
    expect(await held('e2')).toBe(before + 5);
    const mine = await call('e2', 'GET', '/leads?limit=200');
    const open = mine.body.items.filter((row: { status: string }) =>
      ['pending', 'following'].includes(row.status),
    );
    return open.map((row: { id: string }) => row.id) as string[];
  };
  const giveBack = async (ids: readonly string[]) => {
    const done = await call('e0', 'POST', '/leads/bulk-release', { ids, reason: 'other' });
    expect(done.body.failed).toBe(0);
  };

  // claim, assign, create, and the door of other slices (rules, take-over)
  let got = await refused(waiting.map((id) => call('e2', 'POST', `/leads/${id}/claim`, {})));
  await giveBack(got);
  got = await refused(waiting.map((id) => call('e0', 'POST', `/leads/${id}/assign`, { ownerId: to })));
  await giveBack(got);
  got = await refused(waiting.map(() => call('e2', 'POST', '/leads', body())));
  await giveBack(got);
  const move = (id: string) =>
    world.alpha
      .run('admin', (step) => moveLead({ id, to: { ownerId: to }, cause: 'takenOver' }, step))
      .then(
        () => ({ status: 200, body: {} }),
        (error: { code: string }) => ({ status: 409, body: { code: error.code } }),
      );
  got = await refused(waiting.map(move));
  await giveBack(got);
  const add = () =>
    world.alpha
      .run('admin', (step) => addLead({ values: body(), method: 'form', ownerId: to }, step))
      .then(
        () => ({ status: 200, body: {} }),
        (error: { code: string }) => ({ status: 409, body: { code: error.code } }),
      );
  got = await refused(waiting.map(add));

  // restore: five go to the bin, five others take their places, nothing comes back
  for (const id of got) expect((await call('e0', 'DELETE', `/leads/${id}`)).status).toBe(200);
  await refused(waiting.map((id) => call('e0', 'POST', `/leads/${id}/assign`, { ownerId: to })));
  const back = await Promise.all(got.map((id) => call('e0', 'POST', `/leads/${id}/restore`, {})));
  expect(back.every(({ body: one }) => one.code === 'pool_full')).toBe(true);
});

test('two at forty-nine of fifty: one gets in, by claim and assignment together', async () => {
  for (let round = 0; round < 6; round += 1) {
    const [one = '', two = ''] = await leadsIn(2);
    await roomFor('w1', 1);
    const answers = await Promise.all([
      call('w1', 'POST', `/leads/${one}/claim`, {}),
      call('w0', 'POST', `/leads/${two}/assign`, { ownerId: world.alpha.ids.w1 }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  }
});

test('a conversion that is taken back needs room like any other way in', async () => {
  await roomFor('e1', 1);
  const id = (await call('e1', 'POST', '/leads', body())).body.id;
  expect((await call('e1', 'POST', `/leads/${id}/convert`, {})).status).toBe(200);
  const next = await call('e1', 'POST', '/leads', body());
  expect(next.status).toBe(201);
  expect((await call('e1', 'POST', `/leads/${id}/undo-conversion`, {})).body.code).toBe('pool_full');
  await call('e1', 'POST', `/leads/${next.body.id}/release`, { reason: 'noTime' });
  expect((await call('e1', 'POST', `/leads/${id}/undo-conversion`, {})).status).toBe(200);
});

test('which rule applies: the person, else his roles, else the nearest team, else the standard', async () => {
  const roles = (await call('admin', 'GET', '/roles')).body.items;
  const teams = (await call('admin', 'GET', '/teams')).body.items;
  const rep = roles.find((role: { key: string }) => role.key === 'rep').id;
  const team = (name: string) => teams.find((one: { name: string }) => one.name === name).id;
  await call('admin', 'DELETE', `/lead-caps/user/${world.alpha.ids.w1}`);
  const explain = async () => (await call('w0', 'GET', `/lead-holdings/${world.alpha.ids.w1}`)).body;
  expect(await explain()).toMatchObject({ cap: 50, rule: null, standard: 50 });
  await call('admin', 'PUT', `/lead-caps/team/${team('region')}`, { cap: 30 });
  expect(await explain()).toMatchObject({ cap: 30, rule: { kind: 'team', label: 'region', distance: 1 } });
  await call('admin', 'PUT', `/lead-caps/team/${team('west')}`, { cap: 40 });
  expect(await explain()).toMatchObject({ cap: 40, rule: { label: 'west', distance: 0 } });
  await call('admin', 'PUT', `/lead-caps/role/${rep}`, { cap: 45 });
  expect(await explain()).toMatchObject({ cap: 45, rule: { kind: 'role' } });
  await capOf('w1', 2);
  const told = await explain();
  expect(told).toMatchObject({ cap: 2, rule: { kind: 'user' }, over: told.held - 2 });
  expect(told.rules).toHaveLength(4);
  expect(told.counted).toHaveLength(told.held);
  const list = (await call('w0', 'GET', '/lead-holdings')).body.items;
  expect(list.find((row: { userId: string }) => row.userId === world.alpha.ids.w1).over).toBe(told.held - 2);
  expect(list.some((row: { userId: string }) => row.userId === world.alpha.ids.e1)).toBe(false);
  expect((await call('w0', 'GET', `/lead-holdings/${world.alpha.ids.e1}`)).status).toBe(404);
  // Lower than what is held: nothing is taken away, nothing more comes in.
  expect(told.held).toBeGreaterThan(2);
  const [id = ''] = await leadsIn(1);
  expect((await call('w1', 'POST', `/leads/${id}/claim`, {})).body).toMatchObject({ code: 'pool_full' });
  for (const path of [
    `role/${rep}`,
    `team/${team('region')}`,
    `team/${team('west')}`,
    `user/${world.alpha.ids.w1}`,
  ])
    await call('admin', 'DELETE', `/lead-caps/${path}`);
});

test('converted and invalid leads use up room only when the organisation counts them', async () => {
  await call('admin', 'DELETE', `/lead-caps/user/${world.alpha.ids.e1}`);
  const id = (await call('e1', 'POST', '/leads', body())).body.id;
  const before = await held('e1');
  await call('e1', 'POST', `/leads/${id}/invalidate`, { reason: 'noNeed' });
  expect(await held('e1')).toBe(before - 1);
  const { standard } = (await call('admin', 'GET', '/lead-caps')).body;
  const counted = await call('admin', 'PATCH', '/lead-caps', {
    version: standard.version,
    excludeInvalid: false,
  });
  expect(counted.status).toBe(200);
  expect(await held('e1')).toBe(before);
  await call('admin', 'PATCH', '/lead-caps', { version: counted.body.version, excludeInvalid: true });
});

test('a leaver hands over as many as fit, also while others come in; the rest waits in the pool', async () => {
  const { e1: from, w1: other, e2: to } = world.alpha.ids;
  for (const who of ['e1', 'w1', 'e2'] as const)
    await call('admin', 'DELETE', `/lead-caps/user/${world.alpha.ids[who]}`);
  for (let one = 0; one < 6; one += 1)
    for (const who of ['e1', 'w1'] as const)
      expect((await call(who, 'POST', '/leads', body())).status).toBe(201);
  const waiting = await leadsIn(6);
  const leaving = (await held('e1')) + (await held('w1'));
  const waitingBefore = (await call('admin', 'GET', '/pool-leads?limit=1')).body.total as number;
  await roomFor('e2', 5);
  const before = await held('e2');
  const handOver = (leaver: string) =>
    world.alpha.run('admin', (step) => handOverLeads({ from: leaver, to }, step));
  const [, , ...claims] = await Promise.all([
    handOver(from),
    handOver(other),
    ...waiting.map((id) => call('e2', 'POST', `/leads/${id}/claim`, {})),
  ]);
  expect(await held('e2')).toBe(before + 5);
  expect([await held('e1'), await held('w1')]).toEqual([0, 0]);
  const claimed = claims.filter((answer) => (answer as { status: number }).status === 200).length;
  const pooled = await call('admin', 'GET', '/pool-leads?limit=200&total=true');
  expect(pooled.body.total).toBe(waitingBefore - claimed + leaving - (5 - claimed));
});
