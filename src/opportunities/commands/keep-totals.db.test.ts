import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';
import { getBoard } from '../queries/board.ts';
import { handOverOpportunities } from './hand-over-opportunities.ts';

let world: World;
let account: string;
beforeAll(async () => {
  world = await testWorld();
  account = (await world.alpha.call('e1', 'POST', '/accounts', { name: '恒砚包装' })).body.id;
});
afterAll(async () => {
  await world.settle();
  await expectNoOffenders(world);
  await world.close();
});

let state = 7;
const random = () => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return state / 0x7fffffff;
};
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const stages = ['contacted', 'qualified', 'quoted', 'drafting'];

async function deal(who: PersonaKey = 'e1'): Promise<string> {
  const amount = `${Math.floor(random() * 1_000_000)}.${10 + Math.floor(random() * 90)}`;
  const body = { name: '随手一单', accountId: account, amount, stage: pick(stages) };
  return (await world.alpha.call(who, 'POST', '/opportunities', body)).body.id;
}

/** One of everything that can happen to a deal, whether it is allowed just now or not. */
async function anything(id: string): Promise<void> {
  const call = world.alpha.call;
  const now = await call('e0', 'GET', `/opportunities/${id}`);
  const version = now.body?.opportunity?.version ?? 1;
  const at = `/opportunities/${id}`;
  await pick([
    () => call('e0', 'POST', `${at}/move`, { version, stage: pick(stages), reason: '换个阶段' }),
    () => call('e0', 'POST', `${at}/win`, { version }),
    () => call('e0', 'POST', `${at}/lose`, { version, reason: 'price' }),
    () => call('e0', 'POST', `${at}/reopen`, { version, stage: pick(stages), reason: '回来了' }),
    () => call('e0', 'PATCH', at, { version, amount: `${Math.floor(random() * 99_999)}.05` }),
    () => call('e0', 'PATCH', at, { version, winRate: String(Math.floor(random() * 101)) }),
    () => call('e0', 'POST', `${at}/assign`, { ownerId: world.alpha.ids[pick(['e1', 'e2'] as const)] }),
    () => call('e0', 'DELETE', at),
    () => call('e0', 'POST', `${at}/restore`),
  ])();
}

test('whatever happens to thirty deals, many things at once, the sums equal a recount', async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, () => deal()));
  for (let round = 0; round < 6; round += 1) await Promise.all(ids.map(anything));
  await expectNoOffenders(world);
});

test('moved in bulk, each deal has its own answer and the others are done', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => deal()));
  await world.alpha.call('e1', 'POST', `/opportunities/${ids[0]}/win`, { version: 1 });
  const body = { ids, stage: 'drafting', reason: '一起推进' };
  const answer = await world.alpha.call('e1', 'POST', '/opportunities/bulk-move', body);
  expect(answer.body.results.find((one: { id: string }) => one.id === ids[0])).toMatchObject({
    ok: false,
    code: 'closed',
  });
  expect(answer.body.done + answer.body.failed).toBe(5);
  await expectNoOffenders(world);
});

test('a leaver’s open deals are his successor’s, and so are their sums', async () => {
  await deal('e2');
  await world.alpha.run('admin', (step) =>
    handOverOpportunities({ from: world.alpha.ids.e2, to: world.alpha.ids.e1, accountId: null }, step),
  );
  const left = await world.alpha.call('e2', 'GET', '/opportunities/board?cards=0');
  expect(left.body.open).toEqual({ count: 0, amount: '0.00', weighted: '0.00' });
  await expectNoOffenders(world);
});

test('who may not see amounts sees no sums of them either', async () => {
  const board = await world.alpha.run('e1', (step) =>
    getBoard(
      { cards: 1 },
      { ...step, actor: { ...step.actor, fieldRights: { opportunities: { amount: 'hidden' } } } },
    ),
  );
  expect(board.open.amount).toBeNull();
  expect(board.columns.every((column) => column.amount === null && column.weighted === null)).toBe(true);
  expect(board.columns.flatMap((column) => column.items).every((row) => !('amount' in row))).toBe(true);
});
