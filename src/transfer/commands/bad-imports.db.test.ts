import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectWholeLedger, type ImportDesk, importDesk, startWorkers } from '#app/testing/import-desk.ts';
import { openTestKey } from '#app/testing/people.ts';
import { testWorld, type World } from '#app/testing/world.ts';
import { inTransaction } from '#kernel/db.ts';

let world: World;
let desk: ImportDesk;
let jobs: Awaited<ReturnType<typeof startWorkers>>;
beforeAll(async () => {
  world = await testWorld();
  desk = await importDesk(world, 'marketing');
  jobs = await startWorkers(world);
});
afterAll(async () => {
  await jobs.stop();
  await world.close();
});

/** 5 % without a company and a person, 5 % with the number of an earlier row, the others good. */
function badFile(rows: number): string[] {
  return Array.from({ length: rows }, (_, n) => {
    const company = n % 20 === 7 ? '' : `坏批公司${n}`;
    const phone = n % 20 === 13 ? 13_700_000_000 + n - 1 : 13_700_000_000 + n;
    return `${company},${phone}`;
  });
}

test('X25: a partly bad file in GBK, stopped on the way: row numbers are right, the undo takes its own and no more', async () => {
  const rows = 6_000;
  const lines = badFile(rows);
  const bytes = iconv.encode(`公司,手机\r\n${lines.join('\r\n')}\r\n`, 'gb18030');
  const before = (await world.alpha.call('admin', 'GET', '/leads?limit=1')).body.total;
  const opened = await desk.open(bytes, 'gbk.csv');
  const { preview } = await desk.check(opened.id);
  expect(preview.counts).toMatchObject({
    created: rows * 0.9,
    invalid: rows * 0.05,
    duplicateInFile: rows * 0.05,
  });

  await desk.post(`/imports/${opened.id}/run`, {});
  while ((await desk.get(`/imports/${opened.id}`)).body.processed < rows * 0.3) await wait(10);
  await desk.post(`/imports/${opened.id}/cancel`);
  const stopped = await desk.settled(opened.id);
  expect(stopped.status).toBe('cancelled');
  expect(stopped.processed).toBeLessThan(rows);
  expect(stopped.created).toBe(stopped.processed * 0.9);

  // Every row of the result stands under the number that it has in the file.
  const result: string[][] = parse((await desk.get(`/imports/${opened.id}/result`)).text, { bom: true });
  expect(result).toHaveLength(rows + 1);
  const at = (result[0] ?? []).length - 1;
  const numbered = result.slice(1).map((row) => ({ text: `${row[0]},${row[1]}`, line: Number(row[at]) }));
  const numberColumn = (result[0] ?? []).findIndex((_, column) => result[1]?.[column] === '2');
  for (const [index, row] of result.slice(1).entries()) {
    expect(Number(row[numberColumn])).toBe(index + 2);
    expect(numbered[index]?.text).toBe(lines[index]);
  }

  // Three are changed by people, one is thrown away by them; the undo leaves these four as they are.
  const search = {
    filter: { combinator: 'and', rules: [{ field: 'company', operator: 'startsWith', value: '坏批公司' }] },
  };
  const { items } = (await world.alpha.call('admin', 'POST', '/leads/search', { ...search, limit: 4 })).body;
  const [gone, ...edited] = items;
  for (const { id, version } of edited) {
    const change = { version, note: '有人改过' };
    expect((await world.alpha.call('marketing', 'PATCH', `/leads/${id}`, change)).status).toBe(200);
  }
  await world.alpha.call('admin', 'DELETE', `/leads/${gone.id}`);
  await desk.post(`/imports/${opened.id}/undo`);
  const undone = await desk.settled(opened.id);
  expect(undone).toMatchObject({ status: 'undone', undo: { removed: stopped.created - 4 } });
  const left = (await world.alpha.call('admin', 'POST', '/leads/search', search)).body;
  expect(left.items.map((one: { id: string }) => one.id).toSorted()).toEqual(
    edited.map((one: { id: string }) => one.id).toSorted(),
  );
  expect(left.items.every((one: { note: string }) => one.note === '有人改过')).toBe(true);
  expect((await world.alpha.call('admin', 'GET', '/leads?limit=1')).body.total).toBe(before + 3);
  await expectWholeLedger(world);
}, 120_000);

describe('H07: a broken upload', () => {
  let url: URL;
  let token: string;
  beforeAll(async () => {
    await world.app.listen({ port: 0, host: '127.0.0.1' });
    url = new URL(`http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}`);
    token = await inTransaction(world.database, world.alpha.id, (tx, now) =>
      openTestKey(tx, { orgId: world.alpha.id, userId: world.alpha.ids.marketing, leads: undefined, now }),
    );
  });
  const onDisk = () => readdirSync(tmpdir()).filter((name) => name.startsWith('yingdan-import-'));
  const kept = async () => (await desk.get('/imports?limit=1')).body.total;
  const send = (body: BodyInit, type?: string) =>
    fetch(`${url.origin}/api/v1/imports`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${token}`, ...(type ? { 'content-type': type } : {}) },
    });
  const form = (name: string, content: BlobPart, more = 0) => {
    const made = new FormData();
    made.set('object', 'leads');
    for (let n = 0; n < more; n += 1) made.append(`f${n}`, 'x');
    made.set('file', new File([content], name));
    return made;
  };

  test.each([
    [
      'a picture that calls itself a workbook',
      () => send(form('a.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))),
    ],
    [
      'a program that calls itself a table',
      () => send(form('a.csv', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]))),
    ],
    [
      'an archive that holds no workbook',
      () => send(form('a.xlsx', new Uint8Array([0x50, 0x4b, 5, 6, ...Array(18).fill(0)]))),
    ],
    ['nothing at all', () => send(form('a.csv', ''))],
    ['ten thousand parts', () => send(form('a.csv', '公司\n甲\n', 10_000))],
    ['no boundary', () => send('x', 'multipart/form-data')],
    ['a boundary that never comes', () => send('x', 'multipart/form-data; boundary=b')],
    ['no form', () => send('{}', 'application/json')],
  ])('%s is refused and leaves nothing', async (_name, act) => {
    const before = await kept();
    const answer = await act();
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).not.toMatch(/\bat .*:\d+:\d+|node_modules/);
    expect(await kept()).toBe(before);
    await expect.poll(onDisk, { timeout: 5_000 }).toEqual([]);
  });

  test('a hundred that break off leave no file and no import', async () => {
    const before = await kept();
    await Promise.all(
      Array.from(
        { length: 100 },
        () =>
          new Promise<void>((resolve) => {
            const headers = {
              authorization: `Bearer ${token}`,
              ...{ 'content-type': 'multipart/form-data; boundary=b', 'content-length': 600_000 },
            };
            const sending = request({
              host: url.hostname,
              port: url.port,
              path: '/api/v1/imports',
              method: 'POST',
              headers,
            });
            sending.on('error', () => resolve());
            sending.write(
              '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n公司\n',
            );
            sending.write('甲公司\n'.repeat(2_000));
            setTimeout(() => sending.destroy(new Error('gone')), 150);
          }),
      ),
    );
    await expect.poll(onDisk, { timeout: 5_000 }).toEqual([]);
    expect(await kept()).toBe(before);
    expect((await send(form('gut.csv', '公司\n好公司\n'))).status).toBe(201);
  });
});
