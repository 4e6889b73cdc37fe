import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { testWorld, type World } from '#app/testing/world.ts';
import { clock } from '#kernel/db.ts';
import { getTimeline } from '../queries/timeline.ts';

let world: World;
let account: string;
let contact: string;
let deal: string;
beforeAll(async () => {
  world = await testWorld();
  const call = world.alpha.call;
  account = (await call('e1', 'POST', '/accounts', { name: '晟屿新材料' })).body.id;
  contact = (
    await call('e1', 'POST', '/contacts', { accountId: account, name: '林可欣', phone: '13812342671' })
  ).body.id;
  deal = (
    await call('e1', 'POST', '/opportunities', {
      name: '视觉质检一期',
      accountId: account,
      contactId: contact,
      amount: '860000',
    })
  ).body.id;
});
afterAll(async () => {
  clock.offset = 0;
  await world.settle();
  await expectNoOffenders(world);
  await world.close();
});

const hours = (count: number) => new Date(Date.now() + clock.offset + count * 3_600_000).toISOString();
const log = (body: object, who: 'e1' | 'e2' | 'e0' = 'e1') =>
  world.alpha.call(who, 'POST', '/activities', {
    subjectObject: 'opportunities',
    subjectId: deal,
    kind: 'call',
    content: '付款节点改为 3-4-2-1',
    ...body,
  });
const today = async (who: 'e1' | 'e0' = 'e1', query = '') =>
  (await world.alpha.call(who, 'GET', `/today${query}`)).body;

test('a call on a deal is on the timelines of deal, customer and contact, and moves their clocks', async () => {
  const made = await log({
    durationSeconds: 252,
    result: 'booked',
    contactId: contact,
    nextContactAt: hours(48),
  });
  expect(made.status).toBe(201);
  for (const [object, id] of [
    ['opportunities', deal],
    ['accounts', account],
    ['contacts', contact],
  ]) {
    const { body } = await world.alpha.call('e1', 'GET', `/records/${object}/${id}/timeline?only=activities`);
    expect(body.items[0].activity).toMatchObject({ kind: 'call', result: 'booked', durationSeconds: 252 });
  }
  await world.settle();
  const { body } = await world.alpha.call('e1', 'GET', `/opportunities/${deal}`);
  expect(body.opportunity.lastActivityAt).not.toBeNull();
  expect(body.opportunity.nextContactAt).not.toBeNull();
  const seen = await world.alpha.call('e1', 'GET', `/accounts/${account}`);
  expect(seen.body.account.lastActivityAt).not.toBeNull();
});

test('the next call closes what was planned, and ten at once leave one plan', async () => {
  const logged = await Promise.all(
    Array.from({ length: 10 }, (_, n) => log({ nextContactAt: hours(1 + n) })),
  );
  expect(logged.map(({ status }) => status)).toEqual(Array(10).fill(201));
  const rows = await world.alpha.call('e1', 'GET', '/today');
  const later = await world.alpha.call('e1', 'POST', `/records/opportunities/${deal}/next-contact`, {
    dueAt: null,
  });
  expect(later.body).toEqual({ dueAt: null });
  expect([...rows.body.slipped, ...rows.body.due].length).toBeLessThanOrEqual(1);
  expect((await today()).due).toEqual([]);
});

test('what was not done slips to the next day in red, and moving it on keeps the count', async () => {
  await log({ nextContactAt: hours(1), nextNote: '确认合同付款节点' });
  clock.offset = 2 * 86_400_000;
  const board = await today();
  expect(board.slipped).toHaveLength(1);
  expect(board.slipped[0]).toMatchObject({
    object: 'opportunities',
    name: '视觉质检一期',
    note: '确认合同付款节点',
    contactName: '林可欣',
    phone: '+8613812342671',
    slips: 0,
    last: { kind: 'call' },
  });
  await world.alpha.call('e1', 'POST', `/records/opportunities/${deal}/next-contact`, {
    dueAt: hours(0.001),
  });
  const moved = await today();
  expect([...moved.due, ...moved.slipped][0]).toMatchObject({ slips: 1 });
  expect((await today('e0', `?ownerId=${world.alpha.ids.e1}`)).figures).toEqual(moved.figures);
  expect((await world.alpha.call('w1', 'GET', `/today?ownerId=${world.alpha.ids.e1}`)).status).toBe(404);
  await log({ content: '已确认' });
  expect((await today()).figures).toMatchObject({ slipped: 0, calls: 1, connected: 1 });
  clock.offset = 0;
});

test('words may be corrected for a day, by their author', async () => {
  const { id } = (await log({ kind: 'note', content: '写错了' })).body;
  const edit = { version: 1, content: '写对了' };
  expect((await world.alpha.call('e0', 'PATCH', `/activities/${id}`, edit)).status).toBe(403);
  expect((await world.alpha.call('e2', 'PATCH', `/activities/${id}`, edit)).status).toBe(404);
  expect((await world.alpha.call('e1', 'PATCH', `/activities/${id}`, edit)).body).toEqual({ id, version: 2 });
  clock.offset = 25 * 3_600_000;
  const late = await world.alpha.call('e1', 'PATCH', `/activities/${id}`, { ...edit, version: 2 });
  expect(late.body.code).toBe('too_late_to_change');
  expect((await world.alpha.call('e1', 'DELETE', `/activities/${id}`)).body.code).toBe('too_late_to_change');
  expect((await world.alpha.call('e0', 'DELETE', `/activities/${id}`)).status).toBe(200);
  clock.offset = 0;
});

test('nobody writes on, or reads the timeline of, what he may not see', async () => {
  expect((await log({}, 'e2')).status).toBe(404);
  expect((await world.alpha.call('e2', 'GET', `/records/accounts/${account}/timeline`)).status).toBe(404);
  expect((await world.beta.call('admin', 'GET', `/records/accounts/${account}/timeline`)).status).toBe(404);
  expect((await world.alpha.call('e1', 'GET', `/records/nonsense/${account}/timeline`)).status).toBe(404);
});

test('a timeline leaves out deals that its reader may not see, and pages without gap or repeat', async () => {
  const service = (await world.alpha.call('service', 'GET', `/records/accounts/${account}/timeline`)).body;
  expect(service.items.some((one: { object: string }) => one.object === 'opportunities')).toBe(false);
  expect(service.items.some((one: { type: string }) => one.type === 'account.created')).toBe(true);
  const whole = (await world.alpha.call('e1', 'GET', `/records/accounts/${account}/timeline?limit=100`)).body;
  const paged: string[] = [];
  for (let cursor = ''; ; ) {
    const path = `/records/accounts/${account}/timeline?limit=4${cursor ? `&cursor=${cursor}` : ''}`;
    const { body } = await world.alpha.call('e1', 'GET', path);
    paged.push(...body.items.map((one: { id: string }) => one.id));
    if (!body.nextCursor) break;
    cursor = body.nextCursor;
  }
  expect(paged).toEqual(whole.items.map((one: { id: string }) => one.id));
  expect(new Set(paged).size).toBe(paged.length);
});

test('changes of a deal are told on its timeline in the words of the catalogue', async () => {
  await world.alpha.call('e1', 'POST', `/opportunities/${deal}/move`, { version: 1, stage: 'quoted' });
  const { body } = await world.alpha.call(
    'e1',
    'GET',
    `/records/opportunities/${deal}/timeline?only=changes`,
  );
  const moved = body.items.find((one: { type: string }) => one.type === 'opportunity.moved');
  expect(moved.changes).toContainEqual({
    field: 'stage',
    before: 'contacted',
    after: 'quoted',
    masked: false,
  });
  expect(body.names[moved.actorId]).toBe('Alpha e1');
});

test('a field that does not exist for the reader is not among the changes, a masked one only says that it changed', async () => {
  const rights = { opportunities: { stage: 'hidden', winRate: 'masked' } } as const;
  const { items } = await world.alpha.run('e1', (step) =>
    getTimeline(
      { object: 'opportunities', id: deal, limit: 50, only: 'changes' },
      { ...step, actor: { ...step.actor, fieldRights: rights } },
    ),
  );
  const moved = items.find((one) => one.type === 'opportunity.moved');
  expect(moved?.changes).toEqual([{ field: 'winRate', before: null, after: null, masked: true }]);
});
