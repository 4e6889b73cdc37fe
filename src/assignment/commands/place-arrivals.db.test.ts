import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';
import { waitingLeads } from '../queries/due.ts';
import { dealWaiting } from './deal-waiting.ts';

let world: World;
const always = { days: [1, 2, 3, 4, 5, 6, 7], holidays: 'none', spans: [{ from: '00:00', to: '24:00' }] };

beforeAll(async () => {
  world = await testWorld();
  await setHours(always);
});
beforeEach(async () => {
  await world.alpha.run('admin', async ({ tx }) => {
    for (const table of ['waiting_leads', 'assignment_members', 'assignment_rules', 'leaves', 'lead_caps'])
      await sql`delete from ${sql.table(table)}`.execute(tx);
  });
});
afterAll(async () => {
  await world.close();
});

let phone = 13_700_000_000;

async function setHours(hours: object): Promise<void> {
  const now = (await world.alpha.call('admin', 'GET', '/assignment-settings')).body;
  const saved = await world.alpha.call('admin', 'PUT', '/assignment-settings', { ...now, hours });
  expect([saved.status, saved.text]).toEqual([200, expect.any(String)]);
}

async function addRule(more: Record<string, unknown>, users: readonly PersonaKey[] = []): Promise<string> {
  const members = users.map((key) => ({ userId: world.alpha.ids[key] }));
  const answer = await world.alpha.call('marketing', 'POST', '/assignment-rules', {
    ...{ name: '轮流', method: 'rotation', members },
    ...more,
  });
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return answer.body.id;
}

/** A lead without owner and pool, as marketing types one in. */
async function arrive(values: Record<string, unknown> = {}): Promise<string> {
  phone += 1;
  const made = await world.alpha.call('marketing', 'POST', '/leads', {
    ...{ company: `到来${phone}`, channel: 'website', phone: String(phone), byRules: true },
    ...values,
  });
  expect([made.status, made.text]).toEqual([201, expect.any(String)]);
  return made.body.id;
}

const nameById = () => new Map(Object.entries(world.alpha.ids).map(([key, id]) => [id, key]));

async function ownersOf(ids: readonly string[]): Promise<(string | null)[]> {
  const names = nameById();
  const found = await world.alpha.run('admin', ({ tx }) =>
    sql<{ id: string; ownerId: string | null }>`
      select id, owner_id as "ownerId" from leads where id = any(${ids}::uuid[])`.execute(tx),
  );
  const owners = new Map(
    found.rows.map((row) => [row.id, row.ownerId ? (names.get(row.ownerId) ?? '?') : null]),
  );
  return ids.map((id) => owners.get(id) ?? null);
}

test('fifty leads that come at once are dealt exactly alike', async () => {
  await addRule({}, ['e1', 'e2', 'w1', 'e0', 'w0']);
  const ids = await Promise.all(Array.from({ length: 50 }, () => arrive()));
  const count = new Map<string | null, number>();
  for (const owner of await ownersOf(ids)) count.set(owner, (count.get(owner) ?? 0) + 1);
  expect([...count.values()]).toEqual([10, 10, 10, 10, 10]);
});

test('fifty at once by two to one and one are dealt exactly by weight', async () => {
  const weighted = [
    { userId: world.alpha.ids.e1, weight: 3 },
    { userId: world.alpha.ids.e2, weight: 1 },
    { userId: world.alpha.ids.w1, weight: 1 },
  ];
  await addRule({ method: 'weighted', members: weighted });
  await setCap('e1', 500);
  const ids = await Promise.all(Array.from({ length: 50 }, () => arrive()));
  const owners = await ownersOf(ids);
  expect(['e1', 'e2', 'w1'].map((key) => owners.filter((owner) => owner === key).length)).toEqual([
    30, 10, 10,
  ]);
});

const setCap = (who: PersonaKey, cap: number) =>
  world.alpha.run('admin', ({ tx, actor, now }) =>
    sql`insert into lead_caps (org_id, id, kind, ref_id, cap, created_at)
      values (${actor.orgId}::uuid, gen_random_uuid(), 'user', ${world.alpha.ids[who]}::uuid, ${cap}, ${now})`.execute(
      tx,
    ),
  );

test('one at his cap is passed over and is next when there is room; the timeline says why', async () => {
  await addRule({ name: '三人轮流' }, ['e1', 'e2', 'w1']);
  await setCap('e2', 0);
  const ids: string[] = [];
  for (let n = 0; n < 4; n += 1) ids.push(await arrive());
  expect(await ownersOf(ids)).toEqual(['e1', 'w1', 'e1', 'w1']);
  await world.alpha.run('admin', ({ tx }) => sql`delete from lead_caps`.execute(tx));
  expect(await ownersOf([await arrive()])).toEqual(['e2']);

  await world.settle();
  const told = (await world.alpha.call('marketing', 'GET', `/leads/${ids[1]}/assignments`)).body;
  expect(told.items).toHaveLength(1);
  expect(told.items[0]).toMatchObject({
    cause: 'created',
    ruleName: '三人轮流',
    toOwnerId: world.alpha.ids.w1,
  });
  expect(told.items[0].why.zh).toMatch(
    /^规则「三人轮流」：轮到 Alpha w1。跳过 Alpha e2（库容已满 \d+ \/ 0）$/,
  );
  expect(told.items[0].why.en).toMatch(/Passed over: Alpha e2 \(at the cap/);
});

test('whoever holds the same company gets its next lead, before every rule', async () => {
  const made = await world.alpha.call('e2', 'POST', '/accounts', {
    name: '老客户机械有限公司',
    channel: 'website',
  });
  expect(made.status).toBe(201);
  await addRule({}, ['e1']);
  const id = await arrive({ company: '老客户机械有限公司' });
  expect(await ownersOf([id])).toEqual(['e2']);
  await world.settle();
  const told = (await world.alpha.call('marketing', 'GET', `/leads/${id}/assignments`)).body;
  expect(told.items[0].why.zh).toBe('公司名称相同的客户归 Alpha e2，线索也归他');
});

test('people on leave get nothing, and set it themselves or their leader does', async () => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const days = { fromOn: today, toOn: today };
  await addRule({}, ['e1', 'e2']);
  expect(
    (await world.alpha.call('e1', 'POST', '/leaves', { userId: world.alpha.ids.e1, ...days })).status,
  ).toBe(201);
  expect(await ownersOf([await arrive(), await arrive()])).toEqual(['e2', 'e2']);
  const foreign = await world.alpha.call('e1', 'POST', '/leaves', { userId: world.alpha.ids.w1, ...days });
  expect([foreign.status, foreign.body.code]).toEqual([403, 'outside_your_team']);
  const byLeader = await world.alpha.call('e0', 'POST', '/leaves', { userId: world.alpha.ids.e2, ...days });
  expect(byLeader.status).toBe(201);
  expect(await ownersOf([await arrive()])).toEqual([null]);
});

test('a lead that comes off hours waits in the pool and is dealt in order when hours open', async () => {
  await addRule({ whenNobody: 'wait' }, ['e1', 'e2']);
  await setHours({ ...always, days: [] });
  const ids = [await arrive(), await arrive(), await arrive()];
  expect(await ownersOf(ids)).toEqual([null, null, null]);
  await world.settle();
  const deal = async () => {
    const said: string[] = [];
    for (const one of await world.alpha.run('admin', (step) => waitingLeads(step, 10)))
      said.push(await world.alpha.run('admin', (step) => dealWaiting(one, step)));
    return said;
  };
  expect(await deal()).toEqual(['nobody', 'nobody', 'nobody']);
  // One is claimed meanwhile: it is not taken away again.
  expect((await world.alpha.call('w1', 'POST', `/leads/${ids[1]}/claim`)).status).toBe(200);
  await setHours(always);
  expect(await deal()).toEqual(['dealt', 'gone', 'dealt']);
  expect(await ownersOf(ids)).toEqual(['e1', 'w1', 'e2']);
  await world.settle();
  expect(await world.alpha.run('admin', (step) => waitingLeads(step, 10))).toEqual([]);
});

test('a trial deals past leads by the rules and by a draft, and changes nothing', async () => {
  await addRule({}, ['e1']);
  const ids = [await arrive(), await arrive(), await arrive(), await arrive()];
  const day = (shift: number) =>
    new Date(Date.now() + 8 * 3_600_000 + shift * 86_400_000).toISOString().slice(0, 10);
  const before = await ownersOf(ids);
  const answer = await world.alpha.call('marketing', 'POST', '/assignment-rules/simulate', {
    ...{ from: day(-1), to: day(0) },
    rules: [
      {
        name: '新',
        method: 'weighted',
        members: [{ userId: world.alpha.ids.e1 }, { userId: world.alpha.ids.w1 }],
      },
    ],
  });
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  const { leads, changed, sides, sampled, sample } = answer.body;
  expect([sampled, changed]).toEqual([false, Math.floor(leads / 2)]);
  expect(sides.map((side: { today: number }) => side.today)).toEqual([leads, 0]);
  expect(sample[0].draft.why.zh).toContain('规则「新」');
  expect(await ownersOf(ids)).toEqual(before);
  expect(await ownersOf([await arrive()])).toEqual(['e1']);
});

test('afterwards every lead is in one place and every counter is right', async () => {
  await world.settle();
  await expectNoOffenders(world);
});
