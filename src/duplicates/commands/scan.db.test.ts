import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorkers } from '#app/testing/import-desk.ts';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';

let world: World;
let workers: Awaited<ReturnType<typeof startWorkers>>;
beforeAll(async () => {
  world = await testWorld();
  workers = await startWorkers(world);
});
afterAll(async () => {
  await workers.stop();
  await world.close();
});

const call = (who: PersonaKey, ...rest: ['GET' | 'POST', string, unknown?]) => world.alpha.call(who, ...rest);
const lead = async (values: Record<string, unknown>) =>
  (await call('e1', 'POST', '/leads', { channel: 'website', ...values })).body.id as string;

async function scan(): Promise<{ records: number; groups: number; asOf: string }> {
  expect((await call('marketing', 'POST', '/duplicate-scan', {})).status).toBe(202);
  expect((await call('marketing', 'POST', '/duplicate-scan', {})).body.code).toBe('running_already');
  for (let turn = 0; turn < 200; turn += 1) {
    const { last } = (await call('marketing', 'GET', '/duplicate-scan')).body;
    if (last.status === 'failed') throw new Error('the scan failed');
    if (last.status === 'done') return last;
    await wait(100);
  }
  throw new Error('the scan did not end');
}
const groups = async (status = 'open') =>
  (await call('marketing', 'GET', '/duplicate-groups?limit=100')).body.items.filter(
    (one: { status: string }) => one.status === status,
  );

test('a scan finds groups over leads and accounts as of its hour; what is no duplicate stays away from the next', async () => {
  const [a, b] = [
    await lead({ company: '杭州市象牙白医疗器械有限公司' }),
    await lead({ company: '象牙白（杭州）医疗器械' }),
  ];
  await call('w1', 'POST', '/accounts', { name: '象牙白(杭州)医疗器械股份有限公司' });
  await lead({ company: '北京另一家科技有限公司' });
  await lead({ company: '成都蓝海贸易有限公司', email: 'x@blue.example' });
  await lead({ company: '', email: 'X@blue.example' }).catch(() => undefined);
  await lead({ company: '蓝海贸易', region: '四川成都市', phone: '13400134000' });
  // No fact tells of it, as after a restored backup.
  await world.settle();
  await world.alpha.run('admin', ({ tx, actor }) =>
    sql`delete from duplicate_traits where org_id = ${actor.orgId}::uuid and record_id = ${b}::uuid`.execute(
      tx,
    ),
  );
  const first = await scan();
  expect(first.groups).toBe(2);
  expect(first.asOf).toMatch(/^20/);
  const ivory = (await groups()).find((one: { title: string }) => one.title.includes('象牙白'));
  expect(ivory).toMatchObject({ size: 3, leads: 2, accounts: 1, reasons: ['name'] });
  const detail = (await call('marketing', 'GET', `/duplicate-groups/${ivory.id}`)).body;
  expect(detail.members).toHaveLength(3);
  expect(detail.members.find((one: { id: string }) => one.id === a).values.company).toContain('象牙白');

  const dismissed = { version: detail.version, dismissed: true };
  expect((await call('marketing', 'POST', `/duplicate-groups/${ivory.id}/dismiss`, dismissed)).status).toBe(
    200,
  );
  expect((await call('marketing', 'POST', `/duplicate-groups/${ivory.id}/dismiss`, dismissed)).status).toBe(
    409,
  );
  await scan();
  expect(await groups()).toHaveLength(1);
  expect(await groups('dismissed')).toHaveLength(1);
  await call('marketing', 'POST', `/duplicate-groups/${ivory.id}/dismiss`, {
    version: detail.version + 1,
    dismissed: false,
  });
  const merged = await call('marketing', 'POST', '/duplicates/merge', { winnerId: a, loserIds: [b] });
  expect(merged.status).toBe(201);
  await world.settle();
  await scan();
  const left = (await groups()).filter((one: { title: string }) => one.title.includes('象牙白'));
  expect(left).toMatchObject([{ size: 2, leads: 1, accounts: 1 }]);
});

test('who does not see everybody’s leads gets no list of groups, and reps get none of it', async () => {
  expect((await call('e0', 'GET', '/duplicate-groups')).body.items).toEqual([]);
  for (const path of ['/duplicate-groups', '/duplicate-scan', '/duplicate-merges'])
    expect((await call('e1', 'GET', path)).status).toBe(403);
});
