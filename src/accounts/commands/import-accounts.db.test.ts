import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportDesk, importDesk, startWorkers } from '#app/testing/import-desk.ts';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { testWorld, type World } from '#app/testing/world.ts';

let world: World;
let desk: ImportDesk;
let workers: Awaited<ReturnType<typeof startWorkers>>;
beforeAll(async () => {
  world = await testWorld();
  workers = await startWorkers(world);
  desk = await importDesk(world, 'admin');
});
afterAll(async () => {
  await workers.stop();
  await world.close();
});

const accounts = [
  '客户名称,统一社会信用代码,负责人,注册资金,行业',
  '华为技术有限公司,914403001922038216,Alpha e1,403.41亿元,通信',
  '華為技術有限公司,,,,',
  '中天精工有限公司,914403001922038217,,1000万,制造',
  '清河软件有限公司,,,500万,软件',
].join('\n');

test('accounts come in with owner and code, contacts find their account, and both can be undone', async () => {
  const opened = await desk.open(accounts, 'accounts.csv', { object: 'accounts' });
  expect(opened.plan.fields).toEqual(['name', 'uscc', 'ownerId', 'registeredCapital', 'industry']);
  const { preview } = await desk.check(opened.id);
  expect(preview.samples.invalid[0]).toMatchObject({
    line: 4,
    reasons: [{ field: 'uscc', code: 'not_a_credit_code' }],
  });
  expect(await desk.run(opened.id)).toMatchObject({
    created: preview.counts.created,
    failed: 1,
    skipped: preview.counts.duplicateInFile,
  });
  const list = (await world.alpha.call('admin', 'GET', '/accounts?sort=name')).body;
  const huawei = list.items.find((one: { name: string }) => one.name === '华为技术有限公司');
  expect(huawei).toMatchObject({ uscc: '914403001922038216', ownerId: world.alpha.ids.e1 });
  const soft = list.items.find((one: { name: string }) => one.name === '清河软件有限公司');
  expect(soft).toMatchObject({ ownerId: world.alpha.ids.admin, registeredCapital: '5000000.00' });

  const people =
    '客户,姓名,手机\n华为技术有限公司,任一,13900000001\n华为技术有限公司,任二,13900000002\n没有的公司,任三,13900000003\n';
  const contacts = await desk.open(people, 'contacts.csv', { object: 'contacts' });
  expect(contacts.plan.fields).toEqual(['accountId', 'name', 'phone']);
  const checked = await desk.check(contacts.id);
  expect(checked.preview.samples.invalid[0].reasons[0]).toMatchObject({
    field: 'accountId',
    code: 'unknown_record',
  });
  expect(await desk.run(contacts.id)).toMatchObject({ created: 2, failed: 1 });
  const found = (await world.alpha.call('admin', 'GET', '/contacts')).body.items;
  expect(found.map((one: { ownerId: string }) => one.ownerId)).toEqual([
    world.alpha.ids.e1,
    world.alpha.ids.e1,
  ]);
  expect(found.filter((one: { isPrimary: boolean }) => one.isPrimary)).toHaveLength(1);

  const update = await desk.open('客户名称,行业\n清河软件有限公司,企业软件\n', 'update.csv', {
    object: 'accounts',
  });
  expect((await desk.check(update.id, { mode: 'update' })).preview.counts).toMatchObject({ updated: 1 });
  expect(await desk.run(update.id)).toMatchObject({ updated: 1 });

  // 华为 has got contacts and 清河 has been changed since: both stay.
  await desk.post(`/imports/${opened.id}/undo`);
  expect(await desk.settled(opened.id)).toMatchObject({
    undo: { removed: preview.counts.created - 2, kept: 2 },
  });
  await desk.post(`/imports/${contacts.id}/undo`);
  expect(await desk.settled(contacts.id)).toMatchObject({ undo: { removed: 2, kept: 0 } });
  await world.settle();
  await expectNoOffenders(world);
}, 120_000);
