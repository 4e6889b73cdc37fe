import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/access.ts';
import { type Database, inTransaction, openDatabase } from '#kernel/db.ts';
import { openFileStore } from '#kernel/files/open-store.ts';
import { sweepFiles } from '#kernel/files/sweep.ts';
import { fileRoutes, setFileStore, theFileStore } from '#kernel/files.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { silentLog } from '#kernel/log.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { listen, type TestServer } from '#kernel/testing/http-server.ts';
import { type TestOrg, testActor, testOrg } from '#kernel/testing/org.ts';
import { startS3 } from '#kernel/testing/s3-server.ts';
import { makeThings } from '#kernel/testing/things.ts';
import { newId } from '#kernel/values/id.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'yingdan-files-'));
const people = new Map<string, Actor>();
let server: TestDatabase;
let database: Database;
let org: TestOrg;
let http: TestServer;

beforeAll(async () => {
  server = await testDatabase();
  await makeThings(server.ownerUrl);
  database = openDatabase(server.appUrl);
  setFileStore(openFileStore({ dataDir, s3: undefined }));
  http = await listen(database, fileRoutes({ maxBytes: 100_000 }), (request) => {
    const actor = people.get(String(request.headers['x-test-user']));
    return actor ? { actor, source: 'ui', byCookie: false, sessionId: null } : null;
  });
});
afterAll(async () => {
  await http.app.close();
  await database.close();
  await server.drop();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  org = await testOrg(database);
  const rights = {
    permissions: new Set(['things.read', 'things.update']),
    scopes: { things: 'self' } as const,
  };
  people.set('anna', testActor(org.id, rights));
  people.set('ben', testActor(org.id, rights));
  people.set('boss', testActor(org.id, { permissions: new Set(['things.read']), scopes: { things: 'all' } }));
  const other = await testOrg(database);
  people.set('spy', testActor(other.id, { ...rights, scopes: { things: 'all' } }));
});

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20_000, 7)]);

async function thingOf(user: string): Promise<string> {
  const id = newId();
  const owner = people.get(user)?.id;
  await org.run(({ tx }) =>
    sql`insert into things (org_id, id, owner_id, name) values (${org.id}::uuid, ${id}::uuid, ${owner}::uuid, 'x')`.execute(
      tx,
    ),
  );
  return id;
}

interface Upload {
  readonly name?: string;
  readonly type?: string;
  readonly content?: Buffer;
  readonly subject?: string;
}

async function send(
  user: string,
  { name = '合同 1.pdf', type = 'application/pdf', content = pdf, subject }: Upload,
) {
  const form = new FormData();
  if (subject) {
    form.set('object', 'things');
    form.set('subjectId', subject);
  }
  form.set('file', new File([new Uint8Array(content)], name, { type }));
  const answer = await fetch(`${http.url}/files`, {
    method: 'POST',
    body: form,
    headers: { 'x-test-user': user },
  });
  return { status: answer.status, body: await answer.json() };
}

const call = (user: string, path: string, method = 'GET') =>
  fetch(`${http.url}/files${path}`, { method, headers: { 'x-test-user': user } });

/** Every file on disk, finished or not. */
function onDisk(): string[] {
  const root = join(dataDir, 'files', org.id);
  return existsSync(root)
    ? readdirSync(root, { recursive: true })
        .map(String)
        .filter((path) => statSync(join(root, path)).isFile())
    : [];
}

const rowCount = () =>
  inTransaction(
    database,
    org.id,
    async (tx) => (await sql<{ n: number }>`select count(*) as n from files`.execute(tx)).rows[0]?.n,
  );

describe('a file of a record', () => {
  test('comes back as it went up, never as a page of ours, to whoever sees the record', async () => {
    const subject = await thingOf('anna');
    const { status, body } = await send('anna', { subject });
    expect([status, body]).toMatchObject([
      201,
      { name: '合同 1.pdf', mediaType: 'application/pdf', size: pdf.length },
    ]);
    const answer = await call('boss', `/${body.id}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      'content-disposition': `attachment; filename="__ 1.pdf"; filename*=UTF-8''%E5%90%88%E5%90%8C%201.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    expect(await (await call('boss', `?object=things&subjectId=${subject}`)).json()).toMatchObject({
      items: [{ id: body.id }],
    });
  });

  test('does not exist for anybody else', async () => {
    const subject = await thingOf('anna');
    const { body } = await send('anna', { subject });
    for (const user of ['ben', 'spy']) {
      expect((await call(user, `/${body.id}`)).status).toBe(404);
      expect((await call(user, `?object=things&subjectId=${subject}`)).status).toBe(404);
      expect((await call(user, `/${body.id}`, 'DELETE')).status).toBe(404);
      expect((await send(user, { subject })).status).toBe(404);
    }
    expect((await send('boss', { subject })).status).toBe(403);
    expect((await call('boss', `/${body.id}`, 'DELETE')).status).toBe(403);
    expect((await call('nobody', `/${body.id}`)).status).toBe(401);
    expect(onDisk()).toHaveLength(1);
  });

  test('goes away for everybody when removed', async () => {
    const { body } = await send('anna', { subject: await thingOf('anna') });
    expect((await call('anna', `/${body.id}`, 'DELETE')).status).toBe(200);
    expect((await call('anna', `/${body.id}`)).status).toBe(404);
  });

  test('without a record is its uploader’s alone', async () => {
    const { body } = await send('anna', {});
    expect((await call('anna', `/${body.id}`)).status).toBe(200);
    expect((await call('boss', `/${body.id}`)).status).toBe(404);
  });
});

describe('refused without a trace', () => {
  test.each([
    [
      'a program under the name of a picture',
      { name: 'a.png', type: 'image/png', content: Buffer.from('MZ\u0090\u0000') },
      'not_what_it_says',
    ],
    [
      'a page',
      { name: 'a.html', type: 'text/html', content: Buffer.from('<script>') },
      'file_type_not_allowed',
    ],
    [
      'a drawing with scripts',
      { name: 'a.svg', type: 'image/svg+xml', content: Buffer.from('<svg>') },
      'file_type_not_allowed',
    ],
    [
      'a name that ends like one and says another',
      { name: 'a.pdf', type: 'image/png', content: pdf },
      'not_what_it_says',
    ],
    [
      'binary under the name of text',
      { name: 'a.csv', type: 'text/csv', content: Buffer.from('a\u0000b') },
      'not_what_it_says',
    ],
    ['no name ending', { name: '__proto__' }, 'file_type_not_allowed'],
    ['nothing', { content: Buffer.alloc(0) }, 'empty_file'],
    ['too much', { content: Buffer.concat([pdf, Buffer.alloc(200_000)]) }, 'too_big'],
  ])('%s', async (_name, upload, code) => {
    const { status, body } = await send('anna', upload);
    expect([status, body]).toMatchObject([422, { errors: [{ field: 'file', code }] }]);
    expect([onDisk(), await rowCount()]).toEqual([[], 0]);
  });

  test('paths in names stay names', async () => {
    for (const name of [
      '../../etc/passwd.txt',
      '..\\..\\boot.txt',
      '%2e%2e%5cboot.txt',
      'a\u0000b/../c.txt',
    ]) {
      const { status, body } = await send('anna', { name, type: 'text/plain', content: Buffer.from('x') });
      expect(status).toBe(201);
      expect(body.name).not.toMatch(/[/\\\p{Cc}]/u);
    }
    for (const path of onDisk()) expect(path).toMatch(/^[0-9a-f]{2}\/[0-9a-f-]{36}$/);
  });

  test.each([
    ['two files', (form: FormData) => form.append('file', new File(['%PDF-x'], 'b.pdf'))],
    ['a field after the file', (form: FormData) => form.append('object', 'things')],
    [
      'ten thousand parts',
      (form: FormData) => {
        for (let n = 0; n < 10_000; n += 1) form.append(`f${n}`, 'x');
      },
    ],
  ])('%s', async (_name, add) => {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(pdf)], 'a.pdf', { type: 'application/pdf' }));
    add(form);
    const answer = await fetch(`${http.url}/files`, {
      method: 'POST',
      body: form,
      headers: { 'x-test-user': 'anna' },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect([onDisk(), await rowCount()]).toEqual([[], 0]);
  });

  test.each([
    ['no boundary', 'multipart/form-data', 'x'],
    ['a boundary that never comes', 'multipart/form-data; boundary=b', 'x'],
    [
      'a form cut in the middle',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1',
    ],
    ['no form at all', 'application/json', '{}'],
  ])('%s', async (_name, type, body) => {
    const answer = await fetch(`${http.url}/files`, {
      method: 'POST',
      body,
      headers: { 'x-test-user': 'anna', 'content-type': type },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect([onDisk(), await rowCount()]).toEqual([[], 0]);
  });

  test('a hundred uploads that break off', async () => {
    await Promise.all(Array.from({ length: 100 }, breakOff));
    await expect.poll(() => onDisk(), { timeout: 5_000 }).toEqual([]);
    expect(await rowCount()).toBe(0);
    expect((await send('anna', {})).status).toBe(201);
  });
});

/** Sends half a file and hangs up. */
function breakOff(): Promise<void> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(http.url);
    const sending = httpRequest({
      hostname,
      port,
      path: '/api/v1/files',
      method: 'POST',
      headers: {
        'x-test-user': 'anna',
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': 60_000,
      },
    });
    sending.on('error', () => resolve());
    sending.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n');
    sending.write(pdf);
    setTimeout(() => sending.destroy(new Error('gone')), 100);
  });
}

describe('the sweep', () => {
  const sweep = () =>
    sweepFiles.run({}, {
      orgId: org.id,
      database,
      log: silentLog(),
      signal: new AbortController().signal,
      attempt: 1,
      transaction: (work) => org.run(work),
    } satisfies JobContext);

  test('removes old bytes without a row, and leaves everything that is in use or young', async () => {
    const { body: used } = await send('anna', { subject: await thingOf('anna') });
    const [orphan, young] = [newId(), newId()];
    for (const id of [orphan, young])
      await theFileStore().put(
        { orgId: org.id, id },
        (async function* () {
          yield pdf;
        })(),
      );
    const old = new Date(Date.now() - 48 * 3_600_000);
    for (const path of onDisk())
      if (!path.endsWith(young)) utimesSync(join(dataDir, 'files', org.id, path), old, old);
    await sweep();
    expect(
      onDisk()
        .map((path) => path.slice(3))
        .sort(),
    ).toEqual([used.id, young].sort());
  });

  test('removes files taken away a month ago', async () => {
    const { body } = await send('anna', { subject: await thingOf('anna') });
    await call('anna', `/${body.id}`, 'DELETE');
    await sweep();
    expect(onDisk()).toHaveLength(1);
    await org.run(({ tx }) => sql`update files set deleted_at = deleted_at - interval '31 days'`.execute(tx));
    await sweep();
    expect([onDisk(), await rowCount()]).toEqual([[], 0]);
  });
});

test('a bucket keeps files like the folder does', async () => {
  const s3 = await startS3();
  const bucket = openFileStore({ dataDir, s3: s3.settings });
  const key = { orgId: org.id, id: newId() };
  const second = { orgId: org.id, id: newId() };
  for (const one of [key, second]) {
    const stored = await bucket.put(
      one,
      (async function* () {
        yield pdf;
      })(),
    );
    expect(stored.size).toBe(pdf.length);
  }
  expect(Buffer.concat(await Array.fromAsync(await bucket.get(key))).equals(pdf)).toBe(true);
  expect(await bucket.sizeOf(key)).toBe(pdf.length);
  expect((await Array.fromAsync(bucket.list(org.id))).map((one) => one.id)).toEqual([key.id, second.id]);
  await bucket.remove(key);
  expect(await bucket.sizeOf(key)).toBeNull();
  await expect(bucket.get(key)).rejects.toThrow('404');
  const breaking = bucket.put(
    key,
    (async function* () {
      yield pdf;
      throw new Error('cut');
    })(),
  );
  await expect(breaking).rejects.toThrow('cut');
  expect([s3.objects.size, readdirSync(join(dataDir, 'spool'))]).toEqual([1, []]);
  s3.close();
});
