import { sql } from 'kysely';
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

const call = (who: PersonaKey, ...rest: ['GET' | 'POST' | 'PATCH', string, unknown?]) =>
  world.alpha.call(who, ...rest);
let phone = 13_500_000_000;
async function lead(who: PersonaKey, values: Record<string, unknown> = {}): Promise<string> {
  phone += 1;
  const body = { company: '合并测试电子', channel: 'website', phone: String(phone), ...values };
  const made = await call(who, 'POST', '/leads', body);
  expect(made.status).toBe(201);
  return made.body.id;
}
const read = async (id: string, who: PersonaKey = 'marketing') =>
  (await call(who, 'GET', `/leads/${id}`)).body.lead;
const held = async (who: PersonaKey) => (await call(who, 'GET', '/lead-holding')).body.held;
const note = (leadId: string, content: string) =>
  call('e1', 'POST', '/activities', { subjectObject: 'leads', subjectId: leadId, kind: 'note', content });
const timeline = async (id: string) =>
  (await call('marketing', 'GET', `/records/leads/${id}/timeline?limit=50`)).body.items as {
    activity: { content: string } | null;
    type: string;
  }[];

test('the dry run is the result; what hangs on the losers goes along, and all of it comes back', async () => {
  const winner = await lead('e1', { note: '第一条', region: null });
  const loser = await lead('e1', { region: '杭州', email: 'a@merge.example', contactName: '赵六' });
  const other = await lead('e2', { note: '第三条' });
  await note(loser, '和赵六谈过');
  await world.settle();
  const before = { winner: await read(winner), loser: await read(loser), held: await held('e1') };
  const request = { winnerId: winner, loserIds: [loser, other], choices: { note: other, phone: loser } };
  const preview = await call('marketing', 'POST', '/duplicates/merge/preview', request);
  expect(preview.body.values).toMatchObject({
    note: '第三条',
    region: '杭州',
    email: 'a@merge.example',
    contactName: '赵六',
  });
  expect(preview.body.moves).toContainEqual(expect.objectContaining({ key: 'activities', count: 1 }));

  const merged = await call('marketing', 'POST', '/duplicates/merge', request);
  expect(merged.status).toBe(201);
  await world.settle();
  const result = await read(winner);
  for (const [key, value] of Object.entries(preview.body.values as Record<string, unknown>))
    expect([key, result[key] ?? null]).toEqual([key, value ?? null]);
  expect((await call('marketing', 'GET', `/leads/${loser}`)).status).toBe(404);
  expect((await timeline(winner)).some((one) => one.activity?.content === '和赵六谈过')).toBe(true);
  expect((await timeline(winner)).some((one) => one.type === 'lead.merged')).toBe(true);
  expect(await held('e1')).toBe(before.held - 1);
  const found = await call('marketing', 'POST', '/duplicates/look-up', { email: 'a@merge.example' });
  expect(found.body.hits.map((hit: { state: string }) => hit.state).sort()).toEqual(['merged', 'pending']);

  expect((await call('marketing', 'POST', `/duplicate-merges/${merged.body.id}/undo`, {})).status).toBe(200);
  await world.settle();
  const back = { winner: await read(winner), loser: await read(loser) };
  for (const key of ['company', 'note', 'phone', 'email', 'region', 'contactName', 'ownerId'])
    expect([back.winner[key], back.loser[key]]).toEqual([before.winner[key], before.loser[key]]);
  expect(await held('e1')).toBe(before.held);
  expect((await timeline(loser)).some((one) => one.activity?.content === '和赵六谈过')).toBe(true);
  expect((await timeline(winner)).some((one) => one.activity?.content === '和赵六谈过')).toBe(false);
  expect((await call('marketing', 'POST', `/duplicate-merges/${merged.body.id}/undo`, {})).body.code).toBe(
    'undone_already',
  );
});

test('what somebody wrote since is not taken from him by undoing', async () => {
  const [winner, loser] = [await lead('e1'), await lead('e1', { region: '苏州', title: '厂长' })];
  const merged = await call('e0', 'POST', '/duplicates/merge', { winnerId: winner, loserIds: [loser] });
  const now = await read(winner);
  await call('e1', 'PATCH', `/leads/${winner}`, { version: now.version, region: '南京' });
  await call('e0', 'POST', `/duplicate-merges/${merged.body.id}/undo`, {});
  expect(await read(winner)).toMatchObject({ region: '南京', title: null });
});

test('who does not see one of them merges nothing', async () => {
  const [mine, theirs] = [await lead('e1'), await lead('w1')];
  for (const path of ['/duplicates/merge', '/duplicates/merge/preview'])
    for (const [winnerId, loserId] of [
      [mine, theirs],
      [theirs, mine],
    ])
      expect((await call('e0', 'POST', path, { winnerId, loserIds: [loserId] })).status).toBe(404);
  expect((await call('e1', 'POST', '/duplicates/merge', { winnerId: mine, loserIds: [theirs] })).status).toBe(
    403,
  );
  expect((await read(theirs)).ownerId).toBe(world.alpha.ids.w1);
});

test('two merges of the same leads at once, each the other way round: one happens', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [a, b] = [await lead('e1'), await lead('e2')];
    const answers = await Promise.all(
      [
        [a, b],
        [b, a],
        [a, b],
        [b, a],
      ].map(([winnerId, loserId]) =>
        call('marketing', 'POST', '/duplicates/merge', { winnerId, loserIds: [loserId] }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(3);
  }
});

test('a claim and a merge of the same pool lead: never a lead that is merged away and held', async () => {
  const pools = await call('marketing', 'GET', '/lead-pools');
  const poolId = pools.body.items[0].id;
  for (let round = 0; round < 6; round += 1) {
    const [winner, loser] = [await lead('marketing', { poolId }), await lead('marketing', { poolId })];
    await Promise.all([
      call('e1', 'POST', `/leads/${loser}/claim`),
      call('marketing', 'POST', '/duplicates/merge', { winnerId: winner, loserIds: [loser] }),
      call('e2', 'POST', `/leads/${winner}/claim`),
    ]);
  }
  await world.settle();
  await expectNoOffenders(world);
});

test('undoing does not bring anybody over his cap', async () => {
  const [winner, loser] = [await lead('e1'), await lead('e2')];
  const merged = await call('marketing', 'POST', '/duplicates/merge', {
    winnerId: winner,
    loserIds: [loser],
  });
  const cap = (most: number) =>
    world.alpha.run('admin', ({ tx, actor }) =>
      sql`update lead_policies set private_cap = ${most} where org_id = ${actor.orgId}::uuid`.execute(tx),
    );
  await cap(0);
  expect((await call('marketing', 'POST', `/duplicate-merges/${merged.body.id}/undo`, {})).body.code).toBe(
    'pool_full',
  );
  await cap(50);
  expect((await call('marketing', 'POST', `/duplicate-merges/${merged.body.id}/undo`, {})).status).toBe(200);
});
