import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.close();
});

const call = (who: PersonaKey, ...rest: ['GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', string, unknown?]) =>
  world.alpha.call(who, ...rest);
const lead = async (who: PersonaKey, values: Record<string, unknown>) => {
  const made = await call(who, 'POST', '/leads', { channel: 'website', ...values });
  expect(made.status).toBe(201);
  return made.body.id as string;
};
const find = async (who: PersonaKey, body: Record<string, unknown>) => {
  const answer = await call(who, 'POST', '/duplicates/look-up', body);
  expect(answer.status).toBe(200);
  return answer.body.hits as Record<string, unknown>[];
};

test('a rep finds what a rep of another team has, masked, however it is spelt; its owner reads it whole', async () => {
  const id = await lead('w1', {
    company: '杭州市象牙白医疗器械股份有限公司',
    contactName: '钱多多',
    phone: '+86 137 0013 7000',
    email: 'qian@ivory.example',
    region: '杭州',
  });
  await world.settle();
  for (const question of [
    { name: '象牙白（杭州）医疗器械' },
    { text: '13700137000' },
    { text: 'QIAN@ivory.example ' },
    { text: '象牙白' },
    { name: '杭州象牙白醫療器械有限公司' },
  ]) {
    const [hit] = await find('e1', question);
    expect(hit).toMatchObject({
      ...{
        object: 'leads',
        id,
        name: '杭**',
        contact: '钱**',
        phone: '137****7000',
        email: 'q***@ivory.example',
      },
      ...{ ownerName: 'Alpha w1', state: 'pending', visible: false, mayAsk: true },
    });
    expect(JSON.stringify(hit)).not.toMatch(/象牙白|多多|13700137000|qian@/);
  }
  expect((await find('w1', { text: '象牙白' }))[0]).toMatchObject({
    name: '杭州市象牙白医疗器械股份有限公司',
    visible: true,
    mayAsk: false,
  });
});

test('nothing hides: the pool, what is void, in the bin, an account and its contact are found', async () => {
  const pools = await call('marketing', 'GET', '/lead-pools');
  await lead('marketing', { company: '寒武纪元检测技术有限公司', poolId: pools.body.items[0].id });
  const bad = await lead('w1', { company: '寒武纪元检测技术（天津）有限公司' });
  await call('w1', 'POST', `/leads/${bad}/invalidate`, { reason: 'noNeed' });
  const gone = await lead('w1', { company: '寒武纪元检测有限公司' });
  await call('w0', 'DELETE', `/leads/${gone}`);
  const account = await call('w1', 'POST', '/accounts', {
    name: '寒武纪元检测技术集团',
    phone: '021-55556666',
  });
  await call('w1', 'POST', '/contacts', { accountId: account.body.id, name: '孙小小', phone: '13600136001' });
  await world.settle();
  const states = (await find('e1', { text: '寒武纪元' })).map((hit) => hit.state);
  expect(new Set(states)).toEqual(new Set(['unassigned', 'invalid', 'deleted', 'account']));
  expect(await find('e1', { phone: '136-0013-6001' })).toMatchObject([
    { object: 'contacts', state: 'contact', contact: '孙**' },
  ]);
});

test('one letter, a stranger’s organisation and somebody without the right get nothing', async () => {
  await lead('w1', { company: '鸢尾花卉贸易有限公司' });
  await world.settle();
  expect(await find('e1', { text: '鸢' })).toEqual([]);
  expect((await world.beta.call('e1', 'POST', '/duplicates/look-up', { text: '鸢尾' })).body.hits).toEqual(
    [],
  );
  expect((await call('auditor', 'POST', '/duplicates/look-up', { text: '鸢尾' })).status).toBe(403);
  expect((await world.alpha.call(null, 'POST', '/duplicates/look-up', { text: '鸢尾' })).status).toBe(401);
  expect((await call('e1', 'POST', '/duplicates/look-up', { text: '鸢尾%' })).body.hits).toEqual([]);
  expect((await call('e1', 'POST', '/duplicates/look-up', { text: '%_' })).body.hits).toEqual([]);
});

test('every look-up is in the log, which reps do not read; whoever finds more than thirty strangers a day is reported once', async () => {
  for (let n = 0; n < 34; n += 1)
    await lead('w1', { company: `捕鱼${String.fromCodePoint(0x4e00 + n * 7)}远洋渔业有限公司` });
  await world.settle();
  for (let n = 0; n < 34; n += 1)
    await find('e2', { text: `捕鱼${String.fromCodePoint(0x4e00 + n * 7)}远洋` });
  const log = await call('admin', 'GET', '/duplicate-lookups?limit=200');
  const mine = log.body.items.filter((one: { userId: string }) => one.userId === world.alpha.ids.e2);
  expect(mine).toHaveLength(34);
  expect((await call('e2', 'GET', '/duplicate-lookups')).status).toBe(403);
  const inbox = await call('admin', 'GET', '/inbox?tab=open&limit=100');
  const alarms = inbox.body.items.filter((one: { title: { zh: string } }) =>
    one.title.zh.includes('查重命中'),
  );
  expect(alarms).toHaveLength(1);
  expect(alarms[0].title.zh).toContain('Alpha e2');
});

test('the administrator may show a field whole, and nobody else changes the rules', async () => {
  const rules = (await call('admin', 'GET', '/duplicate-rules')).body;
  expect(rules.sets.map((one: { entry: string }) => one.entry).sort()).toEqual([
    'api',
    'call',
    'form',
    'import',
    'manual',
  ]);
  const body = { version: 0, shown: ['name'], alertHits: 50 };
  expect((await call('e0', 'PUT', '/duplicate-settings', body)).status).toBe(403);
  expect((await call('admin', 'PUT', '/duplicate-settings', body)).body).toEqual({ version: 1 });
  expect((await call('admin', 'PUT', '/duplicate-settings', body)).status).toBe(409);
  expect((await find('e1', { text: '象牙白' }))[0]).toMatchObject({
    name: '杭州市象牙白医疗器械股份有限公司',
    phone: '137****7000',
  });
});

test('a rule of a way in warns until a reason is given, or blocks; a form may never tell', async () => {
  const rule = (action: string) => ({
    version: 0,
    rules: [{ terms: [{ field: 'name', how: 'exact' }], action }],
  });
  expect((await call('admin', 'PUT', '/duplicate-rules/form', rule('warn'))).body.code).toBe(
    'form_would_tell',
  );
  expect(
    (
      await call('admin', 'PUT', '/duplicate-rules/api', {
        version: 0,
        rules: [{ terms: [{ field: 'region', how: 'exact' }], action: 'warn' }],
      })
    ).body.code,
  ).toBe('rule_without_key');
  expect((await call('admin', 'PUT', '/duplicate-rules/api', rule('warn'))).status).toBe(200);
  const again = { company: ' 杭州市象牙白医疗器械股份 有限公司', channel: 'website' };
  const warned = await call('e1', 'POST', '/leads', again);
  expect(warned).toMatchObject({ status: 409, body: { code: 'possible_duplicate', detail: { count: 1 } } });
  expect(warned.text).not.toContain('137');
  expect((await call('e1', 'POST', '/leads', { ...again, duplicateReason: '另一个事业部' })).status).toBe(
    201,
  );
  expect(
    (await call('e1', 'POST', '/accounts', { name: '杭州市象牙白医疗器械股份有限公司' })).body.code,
  ).toBe('possible_duplicate');
  await call('admin', 'PUT', '/duplicate-rules/api', { ...rule('block'), version: 1 });
  const blocked = await call('e1', 'POST', '/leads', { ...again, duplicateReason: '另一个事业部' });
  expect(blocked.body.code).toBe('duplicate_blocked');
  await world.alpha.run('admin', ({ tx }) => sql`select 1`.execute(tx));
});
