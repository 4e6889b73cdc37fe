import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importDesk, startWorkers } from '#app/testing/import-desk.ts';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';
import { newId } from '#kernel/values/id.ts';
import { notifyPeople as notify } from './notify-people.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.close();
});

interface Item {
  object: string;
  recordId: string;
  count: number;
  unread: number;
  title: { zh: string };
}
const inbox = async (who: PersonaKey, tab = 'open') =>
  (await world.alpha.call(who, 'GET', `/inbox?tab=${tab}&limit=100`)).body as {
    items: Item[];
    unread: number;
  };
const badge = async (who: PersonaKey) => (await world.alpha.call(who, 'GET', '/inbox/unread')).body.unread;
const act = (who: PersonaKey, verb: string, recordId: string, more = {}) =>
  world.alpha.call(who, 'POST', `/inbox/${verb}`, { object: 'leads', recordId, ...more });

async function tell(who: PersonaKey, recordId: string, times = 1): Promise<void> {
  for (let n = 0; n < times; n += 1)
    await world.alpha.run('admin', (step) =>
      notify(
        {
          userIds: [world.alpha.ids[who]],
          kind: 'test',
          object: 'leads',
          recordId,
          title: { zh: '看', en: 'Look' },
        },
        step,
      ),
    );
}

/** The badge is the sum of the open groups' unread, whatever happened before. */
async function expectExact(who: PersonaKey, expected: number): Promise<void> {
  const { items, unread } = await inbox(who);
  const sum = items.reduce((total, item) => total + item.unread, 0);
  expect([sum, unread, await badge(who)]).toEqual([expected, expected, expected]);
}

test('the badge equals the unread news through reading, snoozing, finishing and coming back', async () => {
  const [a, b, c] = [newId(), newId(), newId()];
  await tell('e1', a, 3);
  await tell('e1', b);
  await tell('e1', c);
  await tell('e2', c);
  await expectExact('e1', 5);
  expect((await inbox('e1')).items.map(({ count }) => count)).toEqual([1, 1, 3]);
  await act('e1', 'read', a);
  await expectExact('e1', 2);
  await act('e1', 'mark-unread', a);
  await expectExact('e1', 3);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  expect((await act('e1', 'snooze', b, { until })).status).toBe(200);
  await expectExact('e1', 2);
  expect((await inbox('e1', 'snoozed')).items).toMatchObject([{ recordId: b, unread: 1 }]);
  await world.alpha.run('admin', ({ tx }) =>
    sql`update notifications set snoozed_until = now() - interval '1 second' where record_id = ${b}::uuid`.execute(
      tx,
    ),
  );
  await expectExact('e1', 3);
  await act('e1', 'done', c);
  await expectExact('e1', 2);
  expect((await inbox('e1', 'done')).items.map(({ recordId }) => recordId)).toEqual([c]);
  await act('e1', 'reopen', c);
  await expectExact('e1', 2);
  await tell('e1', c);
  await expectExact('e1', 3);
  await world.alpha.call('e1', 'POST', '/inbox/read-all', {});
  await expectExact('e1', 0);
  await expectExact('e2', 1);
});

test('somebody else’s news answers like news that does not exist', async () => {
  const record = newId();
  await tell('e1', record);
  for (const verb of ['read', 'done', 'reopen', 'mark-unread'])
    expect((await act('w1', verb, record)).status).toBe(404);
  expect((await act('e1', 'snooze', record, { until: '2020-01-01T00:00:00Z' })).body.code).toBe(
    'snooze_in_past',
  );
  await act('e1', 'read', record);
});

test('pages follow one another without loss although news has the same instant', async () => {
  const records = Array.from({ length: 7 }, () => newId());
  await world.alpha.run('admin', async (step) => {
    for (const recordId of records)
      await notify(
        {
          userIds: [world.alpha.ids.w0],
          kind: 'test',
          object: 'leads',
          recordId,
          title: { zh: '看', en: 'Look' },
        },
        step,
      );
  });
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = await world.alpha.call('w0', 'GET', `/inbox?limit=3${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.body.items.map((item: Item) => item.recordId));
    cursor = page.body.nextCursor ?? '';
  } while (cursor);
  expect(seen.toSorted()).toEqual(records.toSorted());
});

test('an assigned lead is told to its new owner once, and not to who assigned it to himself', async () => {
  const made = await world.alpha.call('marketing', 'POST', '/leads', {
    company: '晟屿新材',
    channel: 'website',
    poolId: (await world.alpha.call('marketing', 'GET', '/lead-pools')).body.items[0].id,
  });
  await world.alpha.call('e0', 'POST', `/leads/${made.body.id}/assign`, { ownerId: world.alpha.ids.e2 });
  await world.settle();
  await world.settle();
  const told = (await inbox('e2')).items.filter((item) => item.recordId === made.body.id);
  expect(told).toMatchObject([{ unread: 1, title: { zh: '线索「晟屿新材」分配给你' } }]);
  expect((await inbox('e0')).items).toEqual([]);
});

test('a question waits for its approver, and leaves his inbox when he answers', async () => {
  const account = await world.alpha.call('w1', 'POST', '/accounts', { name: '恒砚包装', channel: 'website' });
  const contract = await world.alpha.call('w1', 'POST', '/contracts', {
    accountId: account.body.id,
    name: '恒砚一期',
    lines: [{ product: '软件', quantity: '1', price: '100.00' }],
    plan: [{ name: '首款', ratio: '100', dueOn: '2026-12-31' }],
  });
  await world.alpha.call('w1', 'POST', `/contracts/${contract.body.id}/submit`, {});
  await world.settle();
  const waiting = (await inbox('w0')).items.find((item) => item.object === 'approvals');
  expect(waiting).toMatchObject({ unread: 1 });
  const answer = await world.alpha.call('w0', 'POST', `/approvals/${waiting?.recordId}/approve`, {});
  expect(answer.status).toBe(200);
  await world.settle();
  expect((await inbox('w0')).items.filter((item) => item.object === 'approvals')).toEqual([]);
  const own = (await inbox('w1')).items.map(({ object }) => object);
  expect(own).toContain('approvals');
  const office = (await inbox('finance')).items.map(({ object }) => object);
  expect(office).toEqual(['contracts']);
});

test('whoever brought a file hears that it is through, once, with its numbers and a way to it', async () => {
  const workers = await startWorkers(world);
  const desk = await importDesk(world, 'marketing');
  const one = await desk.open('公司,手机\n晟屿一厂,13800138101\n晟屿二厂,13800138102\n,123\n', '展会.csv');
  await desk.check(one.id);
  const ended = await desk.run(one.id);
  await workers.stop();
  await world.settle();
  await world.settle();
  const told = (await inbox('marketing')).items.filter((item) => item.recordId === one.id);
  expect(told).toMatchObject([{ object: 'imports', unread: 1, count: 1 }]);
  expect(told[0]?.title.zh).toBe(`「展会.csv」导入完成（线索）：新增 ${ended.created}，失败 ${ended.failed}`);
  expect(ended).toMatchObject({ status: 'done', created: 2, failed: 1 });
  expect((await inbox('admin')).items.filter((item) => item.object === 'imports')).toEqual([]);
});
