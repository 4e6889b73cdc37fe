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

const call: World['alpha']['call'] = (...args) => world.alpha.call(...args);
const me = (kind: 'user', key: PersonaKey) => ({ kind, id: world.alpha.ids[key] });
let made = 0;

async function pool(settings: Record<string, unknown> = {}): Promise<string> {
  made += 1;
  const answer = await call('admin', 'POST', '/lead-pools', {
    ...{ name: `公海 ${made}`, mode: 'claim', openToAll: true, members: [], admins: [], dailyQuota: 20 },
    ...{ cooldown: { amount: 7, unit: 'days' }, protectHours: 0, claimWindow: null, viewQuota: null },
    ...{ retention: null, hiddenFields: [], ...settings },
  });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}

async function leadIn(poolId: string, more: Record<string, unknown> = {}): Promise<string> {
  made += 1;
  const body = { company: `池中线索 ${made}`, channel: 'website', poolId, ...more };
  const answer = await call('marketing', 'POST', '/leads', body);
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}

const claim = (who: PersonaKey, id: string, body: Record<string, unknown> = {}) =>
  call(who, 'POST', `/leads/${id}/claim`, body);
const names = async (who: PersonaKey) =>
  (await call(who, 'GET', '/pool-leads?limit=200')).body.items?.map((row: { id: string }) => row.id) ?? [];

test('a closed pool is seen by its members only: by name, by role, by team or the team above', async () => {
  const roles = (await call('admin', 'GET', '/roles')).body.items;
  const teams = (await call('admin', 'GET', '/teams')).body.items;
  const rep = roles.find((role: { key: string }) => role.key === 'rep').id;
  const region = teams.find((team: { name: string }) => team.name === 'region').id;
  const west = teams.find((team: { name: string }) => team.name === 'west').id;
  const cases: [Record<string, unknown>, PersonaKey[], PersonaKey[]][] = [
    [me('user', 'e1'), ['e1'], ['e2', 'w1', 'e0']],
    [{ kind: 'role', id: rep }, ['e1', 'e2', 'w1'], ['e0', 'w0']],
    [{ kind: 'team', id: region }, ['e1', 'w1', 'e0', 'r0'], ['finance']],
    [{ kind: 'team', id: west }, ['w1', 'w0'], ['e1', 'r0']],
  ];
  for (const [member, inside, outside] of cases) {
    const id = await leadIn(await pool({ openToAll: false, members: [member] }));
    for (const who of inside) expect(await names(who), who).toContain(id);
    for (const who of outside) {
      expect(await names(who), who).not.toContain(id);
      expect([403, 404]).toContain((await call(who, 'GET', `/leads/${id}`)).status);
      expect([403, 404]).toContain((await claim(who, id)).status);
    }
  }
});

test('an assign-only pool is hidden from its members; its admin claims with a reason, deals out and moves', async () => {
  const hidden = await pool({ mode: 'assign', admins: [me('user', 'e0')] });
  const id = await leadIn(hidden);
  expect((await claim('e1', id)).status).toBe(404);
  expect(await names('e0')).toContain(id);
  expect((await claim('e0', id)).body.code).toBe('assigned_only');
  const other = await pool();
  expect((await call('w0', 'POST', `/leads/${id}/transfer`, { poolId: other })).status).toBe(404);
  expect((await call('e0', 'POST', `/leads/${id}/transfer`, { poolId: other, reason: '换区' })).status).toBe(
    200,
  );
  expect(await names('e1')).toContain(id);
  const again = await leadIn(hidden);
  expect((await claim('e0', again, { reason: '老客户介绍' })).status).toBe(200);
  const places = await call('e0', 'GET', `/leads/${again}/places`);
  expect(places.body.items[0]).toMatchObject({ cause: 'claimed', reason: '老客户介绍' });
});

test('a reason bypasses nothing for somebody who does not run the pool', async () => {
  const id = await leadIn(await pool());
  expect((await claim('e1', id, { reason: '我要' })).status).toBe(403);
});

test('a failed claim costs nothing, a returned one is not given back, an assigned one never counted', async () => {
  const small = await pool({ dailyQuota: 2 });
  const [one, two, three, four] = [
    await leadIn(small),
    await leadIn(small),
    await leadIn(small),
    await leadIn(small),
  ];
  await call('e0', 'POST', `/leads/${four}/assign`, { ownerId: world.alpha.ids.e2 });
  expect((await claim('e2', one)).status).toBe(200);
  expect((await claim('e1', one)).body.code).toBe('already_claimed');
  expect(
    (await call('e2', 'POST', `/leads/${one}/release`, { reason: 'noTime', poolId: small })).status,
  ).toBe(200);
  expect((await claim('e2', one)).body.code).toBe('cooling_down');
  expect((await claim('e2', two)).status).toBe(200);
  expect((await claim('e2', three)).body).toMatchObject({ code: 'daily_quota_reached' });
  expect((await claim('e1', three)).status).toBe(200);
});

test('thirty claims at once against a quota of three make three', async () => {
  const small = await pool({ dailyQuota: 3 });
  const ids = [];
  for (let n = 0; n < 30; n += 1) ids.push(await leadIn(small));
  const answers = await Promise.all(ids.map((id) => claim('w1', id)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
  expect(answers.filter(({ body }) => body.code === 'daily_quota_reached')).toHaveLength(27);
});

test('a batch answers row by row', async () => {
  const small = await pool({ dailyQuota: 2 });
  const ids = [await leadIn(small), await leadIn(small), await leadIn(small)];
  const { body } = await call('r0', 'POST', '/leads/bulk-claim', { ids });
  expect(body).toMatchObject({ done: 2, failed: 1 });
  const refused = body.results.find((row: { ok: boolean }) => !row.ok);
  expect(refused.title).toBe('今天已领 2 条，上限 2');
});

test('what a pool hides is in no list, record, filter, sort or sum of a member, and whole for its admins', async () => {
  const shy = await pool({ hiddenFields: ['phone', 'expectedAmount'], admins: [me('user', 'e0')] });
  const id = await leadIn(shy, { phone: '13711112222', contactName: '钱先生', expectedAmount: '777777.00' });
  const row = (await call('e1', 'GET', '/pool-leads?limit=200')).body.items.find(
    (one: { id: string }) => one.id === id,
  );
  expect(row).toMatchObject({ phone: null, expectedAmount: null, contactName: '钱先生' });
  expect(row.hiddenKeys.sort()).toEqual(['expectedAmount', 'phone']);
  const record = await call('e1', 'GET', `/leads/${id}`);
  expect(record.body.lead.phone).toBeNull();
  expect(record.body.hidden).toContain('phone');
  expect(record.text).not.toContain('13711112222');
  const filter = { field: 'phone', operator: 'contains', value: '1371111' };
  expect((await call('e1', 'POST', '/pool-leads/search', { filter })).body.items).toEqual([]);
  const more = { field: 'expectedAmount', operator: '>', value: '777776.00' };
  expect((await call('e1', 'POST', '/pool-leads/search', { filter: more })).body.items).toEqual([]);
  const sum = {
    groupBy: [],
    measures: [{ fn: 'max', field: 'expectedAmount' }],
    filter: { field: 'id', operator: '=', value: id },
  };
  expect((await call('e1', 'POST', '/pool-leads/aggregate', sum)).body.rows[0].values).toEqual([null]);
  expect((await call('e0', 'GET', `/leads/${id}`)).body.lead.phone).toBe('+8613711112222');
  expect((await claim('e1', id)).status).toBe(200);
  expect((await call('e1', 'GET', `/leads/${id}`)).body.lead.phone).toBe('+8613711112222');
});

test('details are opened so many a day, each once', async () => {
  const shy = await pool({ viewQuota: 2 });
  const ids = [];
  for (let n = 0; n < 3; n += 1)
    ids.push(await leadIn(shy, { contactName: `孙${n}`, phone: `1360000000${n}` }));
  const [one, two, three] = ids;
  const open = (id?: string) => call('e1', 'POST', `/leads/${id}/open`, {});
  expect((await call('e1', 'GET', `/leads/${one}`)).body).toMatchObject({
    views: { seen: 0, quota: 2, opened: false },
  });
  expect((await call('e1', 'GET', `/leads/${one}`)).body.lead.contactName).toBeNull();
  expect((await open(one)).body).toEqual({ seen: 1, quota: 2 });
  expect((await open(one)).body).toEqual({ seen: 1, quota: 2 });
  expect((await call('e1', 'GET', `/leads/${one}`)).body.lead.contactName).toBe('孙0');
  const rest = await Promise.all([open(two), open(three)]);
  expect(rest.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a pool takes no more of its leads into one hand than it allows', async () => {
  const small = await pool({ retention: 1 });
  const [one, two] = [await leadIn(small), await leadIn(small)];
  expect((await claim('e2', one)).status).toBe(200);
  expect((await claim('e2', two)).body.code).toBe('pool_share_full');
  const given = await call('e0', 'POST', `/leads/${two}/assign`, { ownerId: world.alpha.ids.e2 });
  expect(given.body.code).toBe('pool_share_full');
});

test('a pool with leads is neither stopped nor removed, also not while one is on its way in', async () => {
  const busy = await pool();
  const id = await leadIn(busy);
  const stop = async () => {
    const now = (await call('admin', 'GET', '/lead-pools/settings')).body.items.find(
      (one: { id: string }) => one.id === busy,
    );
    return call('admin', 'PATCH', `/lead-pools/${busy}`, { version: now.version, active: false });
  };
  expect((await stop()).body).toMatchObject({ code: 'pool_not_empty' });
  expect((await call('admin', 'DELETE', `/lead-pools/${busy}`)).body.code).toBe('pool_not_empty');
  expect((await call('admin', 'DELETE', `/leads/${id}`)).status).toBe(200);
  const racing = await Promise.all([
    ...Array.from({ length: 8 }, (_, n) =>
      call('marketing', 'POST', '/leads', { company: `赶路 ${n}`, channel: 'website', poolId: busy }),
    ),
    call('admin', 'DELETE', `/lead-pools/${busy}`),
  ]);
  const gone = racing.at(-1)?.status === 200;
  const came = racing.slice(0, -1).filter(({ status }) => status === 201);
  expect(gone ? came : ['some']).toHaveLength(gone ? 0 : 1);
  // Brought back from the bin it finds its pool closed and waits in the default one.
  if (gone) expect((await call('admin', 'POST', `/leads/${id}/restore`, {})).status).toBe(200);
});

test('the default pool always stays, and another may take its place', async () => {
  const settings = (await call('admin', 'GET', '/lead-pools/settings')).body.items;
  const first = settings.find((one: { isDefault: boolean }) => one.isDefault);
  const stop = { version: first.version, active: false };
  expect((await call('admin', 'PATCH', `/lead-pools/${first.id}`, stop)).body.code).toBe('is_default');
  expect((await call('admin', 'DELETE', `/lead-pools/${first.id}`)).body.code).toBe('is_default');
  const next = await pool();
  expect((await call('admin', 'PATCH', `/lead-pools/${next}`, { version: 1, isDefault: true })).status).toBe(
    200,
  );
  const after = (await call('admin', 'GET', '/lead-pools/settings')).body.items;
  expect(
    after.filter((one: { isDefault: boolean }) => one.isDefault).map((one: { id: string }) => one.id),
  ).toEqual([next]);
});

test('a returned lead tells who returned it, whose it was and why', async () => {
  const target = await pool();
  const id = await leadIn(target);
  await claim('e1', id);
  const body = { reason: 'unreachable', note: '三次未接', poolId: target };
  expect((await call('e0', 'POST', `/leads/${id}/release`, body)).status).toBe(200);
  const { items, names: known } = (
    await call('e2', 'POST', '/pool-leads/search', { filter: { field: 'id', operator: '=', value: id } })
  ).body;
  expect(items[0]).toMatchObject({
    returnReason: 'unreachable',
    returnNote: '三次未接',
    timesReturned: 1,
    daysIdle: 0,
  });
  expect([known[items[0].returnedBy], known[items[0].previousOwnerId]]).toEqual(['Alpha e0', 'Alpha e1']);
  expect((await claim('e1', id)).body.code).toBe('cooling_down');
  expect((await claim('e0', id)).status).toBe(200);
});
