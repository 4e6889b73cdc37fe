import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectWholeLedger, type ImportDesk, importDesk, startWorkers } from '#app/testing/import-desk.ts';
import { testWorld, type World } from '#app/testing/world.ts';

const excerpt = readFileSync(new URL('../../app/testing/leads-excerpt.csv', import.meta.url));
const text = iconv.decode(excerpt, 'gb18030');

let world: World;
let desk: ImportDesk;
let workers: Awaited<ReturnType<typeof startWorkers>>;
beforeAll(async () => {
  world = await testWorld();
  workers = await startWorkers(world);
  desk = await importDesk(world, 'marketing');
});
afterAll(async () => {
  await workers.stop();
  await world.close();
});

let serial = 0;
const mobile = () => {
  serial += 1;
  return `139${String(serial).padStart(8, '0')}`;
};
const countLeads = async () =>
  (await world.alpha.call('admin', 'GET', '/leads?limit=1')).body.total as number;
const leadOf = async (company: string) => {
  const filter = encodeURIComponent(
    JSON.stringify({ combinator: 'and', rules: [{ field: 'company', operator: '=', value: company }] }),
  );
  return (await world.alpha.call('admin', 'GET', `/leads?filter=${filter}`)).body.items[0];
};

describe('a file with every trap', () => {
  test('reads the same in every encoding, and a check changes nothing', async () => {
    const before = await countLeads();
    const files = {
      gb18030: excerpt,
      'utf-8': Buffer.from(`\ufeff${text}`),
      'utf-16le': Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, 'utf-16le')]),
      'utf-16be': Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(text, 'utf-16be')]),
    };
    const previews = [];
    for (const [encoding, file] of Object.entries(files)) {
      const opened = await desk.open(file, `${encoding}.csv`);
      expect(opened).toMatchObject({ encoding, rowCount: 60 });
      previews.push((await desk.check(opened.id)).preview);
    }
    for (const preview of previews) expect(preview).toEqual(previews[0]);
    expect(previews[0].counts).toMatchObject({ invalid: 1, duplicateInSystem: 0 });
    expect(
      previews[0].samples.invalid[0].reasons.map((one: { field: string; code: string }) => [
        one.field,
        one.code,
      ]),
    ).toEqual([
      ['phone', 'not_a_phone'],
      ['email', 'not_an_email'],
      ['capturedAt', 'not_a_date'],
      ['company', 'required'],
    ]);
    expect(await countLeads()).toBe(before);
  });

  test('comes in whole: amounts, ranges, serial dates, formulas as text; the bad rows come back as a file', async () => {
    const opened = await desk.open(excerpt, 'leads.csv');
    const { preview } = await desk.check(opened.id);
    const done = await desk.run(opened.id, true);
    expect(done).toMatchObject({
      status: 'done',
      created: preview.counts.created,
      skipped: preview.counts.duplicateInFile,
      failed: 1,
    });
    const rows: string[][] = parse(text);
    const third = rows[2] ?? [];
    const lead = await leadOf(third[0] ?? '');
    expect(lead).toMatchObject({
      registeredCapital: '500000000.00',
      staffCount: 35,
      expectedAmount: '2510000.00',
      phone: '+8619550465201',
    });
    expect(new Date(lead.capturedAt).toISOString()).toBe('2026-05-26T16:00:00.000Z');
    const formula = await leadOf((rows[3] ?? [])[0] ?? '');
    expect(formula.note).toMatch(/^=HYPERLINK/);
    expect(formula.staffCount).toBe(100);

    const result = await desk.get(`/imports/${opened.id}/result?only=bad`);
    expect(String(result.headers['content-disposition'])).toContain('attachment');
    const bad: string[][] = parse(result.text, { bom: true });
    expect(bad.length - 1).toBe(60 - done.created);
    expect(bad[0]?.slice(0, 13)).toEqual(rows[0]);
    expect(bad.at(-1)?.[15] === '60' || bad.some((row) => row[13] === 'invalid' || row[13] === '有误')).toBe(
      true,
    );
    expect(bad.filter((row) => /^[=+@-](?!\d)/.test(row[12] ?? ''))).toEqual([]);
    const all: string[][] = parse((await desk.get(`/imports/${opened.id}/result`)).text, { bom: true });
    expect(all).toHaveLength(61);
    expect(all.map((row) => row[15]).slice(1)).toEqual(
      Array.from({ length: 60 }, (_, index) => String(index + 2)),
    );

    const again = await desk.open(excerpt, 'leads.csv');
    expect(again.sameFile).toMatchObject({ by: 'Alpha marketing' });
    const second = await desk.check(again.id);
    expect(second.preview.counts).toMatchObject({ created: 0, invalid: 1 });
    expect((await desk.post(`/imports/${again.id}/run`, {})).body.code).toBe('same_file');
    await expectWholeLedger(world);
  });

  test('undo takes away what the import made, and leaves what somebody changed since', async () => {
    const opened = await desk.open(`公司,手机\n撤销一号,${mobile()}\n撤销二号,${mobile()}\n`, 'undo.csv');
    await desk.check(opened.id);
    await desk.run(opened.id);
    const changed = await leadOf('撤销一号');
    await world.alpha.call('marketing', 'PATCH', `/leads/${changed.id}`, {
      version: changed.version,
      title: '改过',
    });
    expect((await desk.post(`/imports/${opened.id}/undo`)).status).toBe(202);
    const undone = await desk.settled(opened.id);
    expect(undone).toMatchObject({ status: 'undone', undo: { removed: 1, restored: 0, kept: 1 } });
    expect(await leadOf('撤销二号')).toBeUndefined();
    expect(await leadOf('撤销一号')).toMatchObject({ title: '改过' });
    const kept = await desk.get(`/imports/${opened.id}/rows?outcome=kept`);
    expect(kept.body.items).toMatchObject([{ line: 2, name: '撤销一号', undo: 'kept' }]);
    await expectWholeLedger(world);
  });
});

describe('what is in the system already', () => {
  test('is skipped, or updated where the file says something, and the undo gives the old values back', async () => {
    const [one, two] = [mobile(), mobile()];
    const first = await desk.open(`公司,手机,职位,备注\n更新公司,${one},经理,旧\n`, 'first.csv');
    await desk.check(first.id);
    await desk.run(first.id);
    const file = `公司,手机,职位,备注\n更新公司,${one},总监,\n全新公司,${two},,\n`;
    const skipping = await desk.open(file, 'both.csv');
    const skipped = await desk.check(skipping.id);
    expect(skipped.preview.counts).toMatchObject({ created: 1, duplicateInSystem: 1 });
    expect(skipped.preview.samples.duplicateInSystem[0].reasons[0]).toMatchObject({
      code: 'exists',
      detail: { name: '更新公司' },
    });
    const both = await desk.check(skipping.id, { mode: 'both' });
    expect(both.preview.counts).toMatchObject({ created: 1, updated: 1 });
    expect(await desk.run(skipping.id)).toMatchObject({ created: 1, updated: 1 });
    expect(await leadOf('更新公司')).toMatchObject({ title: '总监', note: '旧', channel: 'import' });

    const same = await desk.open(`${file}\n`, 'same.csv');
    expect((await desk.check(same.id, { mode: 'update' })).preview.counts).toMatchObject({ unchanged: 2 });

    await desk.post(`/imports/${skipping.id}/undo`);
    expect(await desk.settled(skipping.id)).toMatchObject({ undo: { removed: 1, restored: 1, kept: 0 } });
    expect(await leadOf('更新公司')).toMatchObject({ title: '经理', note: '旧' });
    expect(await leadOf('全新公司')).toBeUndefined();
    await expectWholeLedger(world);
  });

  test('a row that fits two records at once is refused, one the importer cannot see is not named', async () => {
    const [one, two] = [mobile(), mobile()];
    const first = await desk.open(`公司,手机,邮箱\n甲司,${one},a@x.test\n乙司,${two},b@x.test\n`, 'two.csv');
    await desk.check(first.id);
    await desk.run(first.id);
    const crossed = await desk.open(`公司,手机,邮箱\n丙司,${one},b@x.test\n`, 'crossed.csv');
    const { preview } = await desk.check(crossed.id, { mode: 'both' });
    expect(preview.samples.invalid[0].reasons).toEqual([{ code: 'several_matches', detail: { records: 2 } }]);

    const hidden = mobile();
    const own = await world.alpha.call('e1', 'POST', '/leads', {
      company: '东区私海',
      channel: 'website',
      phone: hidden,
    });
    expect(own.status).toBe(201);
    const west = await importDesk(world, 'w0');
    const blind = await west.open(`公司,手机\n随便,${hidden}\n`, 'blind.csv');
    const seen = await west.check(blind.id, { mode: 'both' });
    expect(seen.preview.counts).toMatchObject({ created: 0, updated: 0, duplicateInSystem: 1 });
    expect(JSON.stringify(seen)).not.toContain('东区私海');
  });
});

describe('owners', () => {
  test('are found by name or e-mail; past the cap the pool takes the rest with a note', async () => {
    await world.alpha.run('admin', ({ tx, actor }) =>
      sql`update lead_policies set private_cap = 2 where org_id = ${actor.orgId}::uuid`.execute(tx),
    );
    const lines = ['Alpha e2', 'e2@alpha.test', 'Alpha e2', '没有此人'].map(
      (owner) => `公司${mobile()},${mobile()},${owner}`,
    );
    const opened = await desk.open(`公司,手机,负责人\n${lines.join('\n')}\n`, 'owners.csv');
    const { preview } = await desk.check(opened.id);
    expect(preview.samples.invalid[0].reasons[0]).toMatchObject({ field: 'ownerId', code: 'unknown_person' });
    expect(await desk.run(opened.id)).toMatchObject({ created: 3, failed: 1 });
    const rows = (await desk.get(`/imports/${opened.id}/rows?outcome=created`)).body.items;
    expect(rows.map((row: { reasons: { code: string }[] }) => row.reasons[0]?.code)).toEqual([
      undefined,
      undefined,
      'at_cap',
    ]);
    const held = await world.alpha.call('e2', 'GET', '/lead-holding');
    expect(held.body).toMatchObject({ held: 2, cap: 2 });
    await world.alpha.run('admin', ({ tx, actor }) =>
      sql`update lead_policies set private_cap = 50 where org_id = ${actor.orgId}::uuid`.execute(tx),
    );
    await expectWholeLedger(world);
  });

  test('a manager may give leads to his own people only', async () => {
    const east = await importDesk(world, 'e0');
    const lines = ['Alpha e1', 'Alpha w1'].map((owner) => `公司${mobile()},${mobile()},${owner}`);
    const opened = await east.open(`公司,手机,负责人\n${lines.join('\n')}\n`, 'east.csv');
    const { preview } = await east.check(opened.id);
    expect(preview.counts).toMatchObject({ created: 1, invalid: 1 });
    expect(preview.samples.invalid[0].reasons[0]).toMatchObject({ code: 'not_yours_to_give' });
  });
});

describe('rights', () => {
  test('a rep may not import or export, and another person’s import is not there', async () => {
    const rep = await importDesk(world, 'e1');
    expect((await rep.upload('公司\n甲\n', 'a.csv')).status).toBe(403);
    expect(
      (await rep.post('/exports', { listId: 'leads.list', format: 'csv', columns: ['company'] })).status,
    ).toBe(403);
    const opened = await desk.open(`公司\n某公司${mobile()}\n`, 'mine.csv');
    const west = await importDesk(world, 'w0');
    for (const path of ['', '/rows', '/result'])
      expect((await west.get(`/imports/${opened.id}${path}`)).status).toBe(404);
    const beta = await importDesk(world, 'admin', world.beta);
    expect((await beta.get(`/imports/${opened.id}`)).status).toBe(404);
  });

  test('status, creator and ids of other records cannot be mapped', async () => {
    const opened = await desk.open(`公司,状态,创建时间\n某公司${mobile()},已转化,2020-01-01\n`, 'sly.csv');
    expect(opened.plan.fields).toEqual(['company', null, null]);
    await expect(desk.check(opened.id, { fields: ['company', 'status', null] })).rejects.toThrow(
      /422.*unknown_field/s,
    );
    await expect(desk.check(opened.id, { fields: ['company', 'company', null] })).rejects.toThrow(
      /field_twice/,
    );
  });
});

test('a run can be stopped half-way; what is in stays in and can be undone', async () => {
  const lines = Array.from({ length: 6_000 }, (_, n) => `停止公司${n},${mobile()}`);
  const opened = await desk.open(`公司,手机\n${lines.join('\n')}\n`, 'long.csv');
  await desk.check(opened.id);
  await desk.post(`/imports/${opened.id}/run`, {});
  while ((await desk.get(`/imports/${opened.id}`)).body.processed === 0) await wait(20);
  await desk.post(`/imports/${opened.id}/cancel`);
  const stopped = await desk.settled(opened.id);
  expect(stopped.status).toBe('cancelled');
  expect(stopped.created).toBeLessThan(6_000);
  expect(stopped.created % 1_000).toBe(0);
  const result: string[][] = parse((await desk.get(`/imports/${opened.id}/result?only=bad`)).text, {
    bom: true,
  });
  expect(result.length - 1).toBe(6_000 - stopped.created);
  await desk.post(`/imports/${opened.id}/undo`);
  expect(await desk.settled(opened.id)).toMatchObject({ undo: { removed: stopped.created, kept: 0 } });
  await expectWholeLedger(world);
}, 90_000);
