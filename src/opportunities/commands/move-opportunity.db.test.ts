import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';

let world: World;
let account: string;
beforeAll(async () => {
  world = await testWorld();
  account = (await world.alpha.call('e1', 'POST', '/accounts', { name: '晟屿新材料' })).body.id;
});
afterAll(async () => {
  await world.settle();
  await expectNoOffenders(world);
  await world.close();
});

const deal = async (amount: string, more: object = {}, who: PersonaKey = 'e1') => {
  const body = { name: '视觉质检一期', accountId: account, amount, ...more };
  const made = await world.alpha.call(who, 'POST', '/opportunities', body);
  expect(made.status).toBe(201);
  return made.body.id as string;
};
const move = (id: string, version: number, stage: string, reason?: string) =>
  world.alpha.call('e1', 'POST', `/opportunities/${id}/move`, { version, stage, reason });
const historyOf = async (id: string) =>
  (await world.alpha.call('e1', 'GET', `/opportunities/${id}`)).body.moves.reverse();
const board = async (who: PersonaKey, query = '') =>
  (await world.alpha.call(who, 'GET', `/opportunities/board${query}`)).body;

test('every stage of a deal is in its history, with amount, rate, skip and reason', async () => {
  const id = await deal('860000', { stage: 'contacted' });
  expect((await move(id, 1, 'quoted')).body).toEqual({ id, version: 2 });
  expect((await move(id, 2, 'qualified')).body.code).toBe('reason_required');
  expect((await move(id, 2, 'qualified', '需求变了')).status).toBe(200);
  const history = await historyOf(id);
  expect(history.map((one: { direction: string; skipped: number }) => [one.direction, one.skipped])).toEqual([
    ['created', 0],
    ['forward', 1],
    ['backward', 0],
  ]);
  expect(history.at(-1)).toMatchObject({
    fromStage: 'quoted',
    toStage: 'qualified',
    amount: '860000.00',
    winRate: '30.00',
    reason: '需求变了',
  });
});

test('of twenty moves of one deal from the same picture one happens, the others are told it is old', async () => {
  const id = await deal('100000');
  const stages = ['qualified', 'quoted', 'drafting'];
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => move(id, 1, stages[n % 3] ?? 'quoted')),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ body }) => body.code === 'stale_version')).toHaveLength(19);
  expect(await historyOf(id)).toHaveLength(2);
});

test('twenty deals moved at once, back and forth, leave sums that equal a recount', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => deal(`${(n + 1) * 1000}.33`)));
  await Promise.all(ids.map((id, n) => move(id, 1, n % 2 ? 'quoted' : 'drafting')));
  await Promise.all(ids.map((id, n) => move(id, 2, n % 2 ? 'contacted' : 'qualified', '退一步')));
  await Promise.all(
    ids.slice(0, 5).map((id) => world.alpha.call('e1', 'POST', `/opportunities/${id}/win`, { version: 3 })),
  );
  await expectNoOffenders(world);
});

test('a board adds up to the cent: 100万 at 10 %, 50万 at 30 %, 80万 at 50 % and 20万 at 90 % weigh 83万', async () => {
  const before = await board('w1', '?cards=0');
  expect(before.open).toEqual({ count: 0, amount: '0.00', weighted: '0.00' });
  const own = (await world.alpha.call('w1', 'POST', '/accounts', { name: '西区客户' })).body.id;
  for (const [amount, stage, winRate] of [
    ['1000000', 'contacted', undefined],
    ['500000', 'qualified', undefined],
    ['800000', 'quoted', undefined],
    ['200000', 'drafting', '90'],
  ] as const)
    await deal(amount, { stage, winRate, accountId: own }, 'w1');
  const { open, columns } = await board('w1');
  expect(open).toEqual({ count: 4, amount: '2500000.00', weighted: '830000.00' });
  expect(columns.map((column: { items: unknown[]; count: number }) => column.items.length)).toEqual([
    1, 1, 1, 1, 0,
  ]);
  const filter = { field: 'amount', operator: '>=', value: '800000' };
  const large = await board('w1', `?filter=${encodeURIComponent(JSON.stringify(filter))}`);
  expect(large.open).toEqual({ count: 2, amount: '1800000.00', weighted: '500000.00' });
});

test('what does not fit into a column goes on as a list with the cursor and filter the column carries', async () => {
  const { columns, sort } = await board('e1', '?cards=2');
  const column = columns.find((one: { count: number }) => one.count > 4);
  const query = new URLSearchParams({
    filter: JSON.stringify(column.filter),
    sort,
    cursor: column.nextCursor,
    limit: '200',
  });
  const rest = await world.alpha.call('e1', 'GET', `/opportunities?${query}`);
  expect(rest.status).toBe(200);
  expect(rest.body.items.length + 2).toBe(column.count);
});

test('a scope sees its own sums: manager of East, not of West', async () => {
  const e0 = (await board('e0', '?cards=0')).open;
  const region = (await board('r0', '?cards=0')).open;
  const admin = (await board('admin', '?cards=0')).open;
  expect((await board('w0', '?cards=0')).open.count).toBe(4);
  expect(region.count).toBe(e0.count + 4);
  expect(admin).toEqual(region);
  expect((await world.alpha.call('service', 'GET', '/opportunities/board')).status).toBe(403);
});

test('won and lost deals stand still; who may reopens them, with a reason, and the history keeps both', async () => {
  const id = await deal('480000');
  const to = { version: 1, reason: 'competitor' };
  const nobody = await world.alpha.call('e1', 'POST', `/opportunities/${id}/lose`, to);
  expect(nobody.body.code).toBe('competitor_required');
  const lost = await world.alpha.call('e1', 'POST', `/opportunities/${id}/lose`, {
    ...to,
    competitor: '云视智能',
    note: '价格低两成',
  });
  expect(lost.body).toEqual({ id, version: 2 });
  expect((await move(id, 2, 'quoted')).body.code).toBe('closed');
  const changed = await world.alpha.call('e1', 'PATCH', `/opportunities/${id}`, { version: 2, amount: '1' });
  expect(changed.body.code).toBe('closed');
  const again = { version: 2, stage: 'quoted', reason: '客户回头' };
  expect((await world.alpha.call('e1', 'POST', `/opportunities/${id}/reopen`, again)).status).toBe(403);
  expect((await world.alpha.call('e0', 'POST', `/opportunities/${id}/reopen`, again)).status).toBe(200);
  const { opportunity } = (await world.alpha.call('e1', 'GET', `/opportunities/${id}`)).body;
  expect(opportunity).toMatchObject({ status: 'open', closedAt: null, lostReason: null, winRate: '50.00' });
  expect((await historyOf(id)).map((one: { reason: string }) => one.reason)).toEqual([
    null,
    'competitor: 价格低两成',
    '客户回头',
  ]);
});

test('a contact of another customer is refused', async () => {
  const other = (await world.alpha.call('e1', 'POST', '/accounts', { name: '另一家' })).body.id;
  const contactId = (await world.alpha.call('e1', 'POST', '/contacts', { accountId: other, name: '别人' }))
    .body.id;
  const body = { name: 'x', accountId: account, contactId, amount: '1' };
  const answer = await world.alpha.call('e1', 'POST', '/opportunities', body);
  expect(answer).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'contactId', code: 'not_of_this_account' }] },
  });
});

test('postponed to a later month is counted, changed amounts are in the sums, deleted deals are not', async () => {
  const id = await deal('100', { expectedCloseOn: '2026-11-20' });
  await world.alpha.call('e1', 'PATCH', `/opportunities/${id}`, {
    version: 1,
    expectedCloseOn: '2026-12-05',
    amount: '250.5',
  });
  const { opportunity } = (await world.alpha.call('e1', 'GET', `/opportunities/${id}`)).body;
  expect(opportunity).toMatchObject({ postponed: 1, amount: '250.50', weighted: '25.05' });
  await expectNoOffenders(world);
  const before = (await board('e1', '?cards=0')).open.count;
  expect((await world.alpha.call('e0', 'DELETE', `/opportunities/${id}`)).status).toBe(200);
  expect((await board('e1', '?cards=0')).open.count).toBe(before - 1);
  expect((await world.alpha.call('e0', 'POST', `/opportunities/${id}/restore`)).status).toBe(200);
  expect((await board('e1', '?cards=0')).open.count).toBe(before);
});

test('a transferred customer takes the open deals of its owner along, the won ones stay with who won them', async () => {
  const other = (await world.alpha.call('e1', 'POST', '/accounts', { name: '转走的客户' })).body.id;
  const openDeal = await deal('1000', { accountId: other });
  const wonDeal = await deal('2000', { accountId: other });
  await world.alpha.call('e1', 'POST', `/opportunities/${wonDeal}/win`, { version: 1, note: '方案匹配' });
  await world.alpha.call('e0', 'POST', `/accounts/${other}/assign`, { ownerId: world.alpha.ids.e2 });
  await world.settle();
  const { rows } = await world.alpha.run('admin', ({ tx }) =>
    sql<{ id: string; owner: string }>`
      select id, owner_id as owner from opportunities where account_id = ${other}::uuid`.execute(tx),
  );
  const owners = new Map(rows.map((row) => [row.id, row.owner]));
  expect(owners.get(openDeal)).toBe(world.alpha.ids.e2);
  expect(owners.get(wonDeal)).toBe(world.alpha.ids.e1);
});
