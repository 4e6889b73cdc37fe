import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportDesk, importDesk, startWorkers } from '#app/testing/import-desk.ts';
import { testWorld, type World } from '#app/testing/world.ts';
import { raiseStamp } from '#kernel/access-stamp.ts';

let world: World;
let desk: ImportDesk;
let workers: Awaited<ReturnType<typeof startWorkers>>;
const phones = ['13800000001', '13800000002', '13800000003'];
const file = [
  '公司,联系人,手机,来源,注册资金,留资时间,备注,负责人',
  `甲公司,王一,${phones[0]},展会,5000万元,2026-05-01 09:30:15,"=HYPERLINK(""http://x.test"",""点我"")",Alpha e1`,
  `乙公司,王二,${phones[1]},抖音,1.2亿元,2026-05-02,"第一行\n第二行，""引号""",`,
  `丙公司,王三,${phones[2]},官网,,2026年5月3日,-12,Alpha w1`,
].join('\n');
const columns = [
  'company',
  'contactName',
  'phone',
  'channel',
  'registeredCapital',
  'capturedAt',
  'note',
  'ownerId',
];
beforeAll(async () => {
  world = await testWorld();
  workers = await startWorkers(world);
  desk = await importDesk(world, 'marketing');
  const opened = await desk.open(file, 'three.csv');
  await desk.check(opened.id);
  expect(await desk.run(opened.id)).toMatchObject({ created: 3 });
});
afterAll(async () => {
  await workers.stop();
  await world.close();
});

const take = async (who: ImportDesk, change: object = {}) => {
  const made = await who.post('/exports', {
    listId: 'leads.list',
    format: 'csv',
    sort: 'company',
    columns,
    ...change,
  });
  if (made.status !== 201) return { made, sheet: undefined };
  return { made, sheet: await who.get(`/exports/${made.body.id}/file`) };
};

test('a CSV has what the list shows: labels, names, wall-clock times, formulas as text', async () => {
  const { made, sheet } = await take(desk, { sort: 'capturedAt' });
  expect(made.body.rows).toBe(3);
  expect(sheet?.text.startsWith('\ufeff')).toBe(true);
  const rows: string[][] = parse(sheet?.text ?? '', { bom: true });
  expect(rows).toEqual([
    ['公司', '联系人', '手机', '来源渠道', '注册资金', '留资时间', '备注', '负责人'],
    [
      '甲公司',
      '王一',
      '+8613800000001',
      '展会',
      '50000000.00',
      '2026-05-01 09:30:15',
      `'=HYPERLINK("http://x.test","点我")`,
      'Alpha e1',
    ],
    [
      '乙公司',
      '王二',
      '+8613800000002',
      '社交媒体',
      '120000000.00',
      '2026-05-02 00:00:00',
      '第一行\n第二行，"引号"',
      '',
    ],
    ['丙公司', '王三', '+8613800000003', '官网表单', '', '2026-05-03 00:00:00', '-12', 'Alpha w1'],
  ]);
});

test.each(['csv', 'xlsx'] as const)(
  'what was exported as %s imports back as the same leads',
  async (format) => {
    const before = await take(desk, { sort: 'capturedAt' });
    const { sheet } = await take(desk, { format });
    const ids = (await world.alpha.call('admin', 'GET', '/leads')).body.items.map(
      (one: { id: string }) => one.id,
    );
    await world.alpha.run('admin', async ({ tx }) => {
      await sql`update leads set deleted_at = now() where id = any(${ids}::uuid[])`.execute(tx);
      await sql`update lead_holders set held = 0`.execute(tx);
    });
    const opened = await desk.open(sheet?.bytes ?? '', `back.${format}`);
    expect(opened.plan.fields).toEqual(columns);
    const { preview } = await desk.check(opened.id);
    expect(preview.counts).toMatchObject({ created: 3, invalid: 0 });
    await desk.run(opened.id);
    const after = await take(desk, { sort: 'capturedAt' });
    expect(after.sheet?.text).toBe(before.sheet?.text);
  },
);

test('an export holds what its owner may see: scope, hidden and masked fields', async () => {
  const east = await importDesk(world, 'e0');
  const { sheet } = await take(east, {
    filter: { combinator: 'and', rules: [{ field: 'ownerId', operator: 'notEmpty' }] },
  });
  expect(sheet?.text).toContain('甲公司');
  expect(sheet?.text).not.toContain('丙公司');

  const limit = (right: string) =>
    world.alpha.run('admin', async ({ tx, actor }) => {
      await sql`update roles set field_rights = jsonb_build_object('leads', jsonb_build_object('phone', ${right}::text))
        where org_id = ${actor.orgId}::uuid and key = 'marketing'`.execute(tx);
      await raiseStamp(tx, actor.orgId);
    });
  await limit('masked');
  const masked = await take(desk);
  expect(masked.sheet?.text).toContain('138****0001');
  expect(masked.sheet?.text).not.toContain(phones[0]);
  await limit('hidden');
  expect((await take(desk)).made.status).toBe(422);
  const open = await desk.get(`/exports/${masked.made.body.id}/file`);
  expect([open.status, open.text.includes('138')]).toEqual([200, false]);
  const template = await desk.get('/importable-objects/leads/template?format=csv');
  expect(template.text).not.toContain('手机');
  await limit('edit');
});

test('a link is for its maker alone and for a day; an unknown list is refused', async () => {
  const { made } = await take(desk);
  const admin = await importDesk(world, 'admin');
  expect((await admin.get(`/exports/${made.body.id}/file`)).status).toBe(404);
  await world.alpha.run('admin', ({ tx }) =>
    sql`update exports set expires_at = now() - interval '1 minute'`.execute(tx),
  );
  expect((await desk.get(`/exports/${made.body.id}/file`)).body.code).toBe('link_expired');
  expect((await take(desk, { listId: 'users.secret' })).made.status).toBe(422);
  expect((await take(desk, { columns: ['company', 'company_key'] })).made.status).toBe(422);
  const finance = await importDesk(world, 'finance');
  expect((await take(finance)).made.status).toBe(403);
});

test('every export leaves its trace: rows, fields, filter', async () => {
  const found = await world.alpha.run('admin', ({ tx }) =>
    sql<{ type: string; data: Record<string, unknown> }>`
      select type, data from events where object = 'exports' order by at, id limit 2`.execute(tx),
  );
  expect(found.rows.map((row) => row.type)).toEqual(['list.exported', 'export.downloaded']);
  expect(found.rows[0]?.data).toMatchObject({ list: 'leads.list', rows: 3, fields: columns, format: 'csv' });
});
