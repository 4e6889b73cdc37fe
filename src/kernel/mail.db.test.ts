import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#kernel/db.ts';
import { type RunningJobs, startJobs } from '#kernel/jobs/start.ts';
import { silentLog } from '#kernel/log.ts';
import { openMail } from '#kernel/mail/door.ts';
import { type Mail, queueMail, sendMail, setMailDoor } from '#kernel/mail.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { type TestOrg, testOrg, testSystemStep } from '#kernel/testing/org.ts';
import { type FakeSmtp, startSmtp } from '#kernel/testing/smtp-server.ts';

let server: TestDatabase;
let database: Database;
let org: TestOrg;
let jobs: RunningJobs;
let smtp: FakeSmtp;
const dataDir = mkdtempSync(join(tmpdir(), 'yingdan-mail-'));

beforeAll(async () => {
  server = await testDatabase();
  database = openDatabase(server.appUrl);
  org = await testOrg(database);
});
afterAll(async () => {
  await database.close();
  await server.drop();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  smtp = await startSmtp();
  const settings = { database, log: silentLog(), systemStep: testSystemStep, lookSeconds: 1 };
  jobs = await startJobs(server.ownerUrl, [sendMail as never], settings);
});
afterEach(async () => {
  await jobs.stop();
  await smtp.close();
});

const config = { mailFrom: '赢单 <crm@example.cn>', dataDir, publicUrl: 'https://crm.example.cn' };
const letter: Mail = { to: ['Li.Lei@Example.cn'], subject: '合同到期', text: '您好' };
const queue = (mail: Mail) => org.run((step) => queueMail(step, mail));
const rowOf = (id: string) =>
  org.run(async ({ tx }) => {
    const found = await sql<{ status: string; attempts: number; error: string | null }>`
      select status, attempts, error from mails where id = ${id}::uuid`.execute(tx);
    return found.rows[0];
  });

function viaSmtp(): void {
  setMailDoor(openMail({ ...config, smtpUrl: smtp.url }));
}

describe('mail', () => {
  test('goes to the server once, with its id as Message-ID', async () => {
    viaSmtp();
    const id = await queue(letter);
    await expect
      .poll(() => rowOf(id), { timeout: 5_000 })
      .toEqual({ status: 'sent', attempts: 1, error: null });
    expect(smtp.taken).toHaveLength(1);
    expect(smtp.taken[0]).toContain(`Message-ID: <${id}@crm.example.cn>`);
    expect(smtp.taken[0]).toContain('To: li.lei@example.cn');
  });

  test('leaves nothing of its text behind, whether it was sent or given up', async () => {
    viaSmtp();
    const secret = {
      ...letter,
      text: 'https://crm.example.cn/reset/abc',
      html: '<a href="/reset/abc">…</a>',
    };
    const kept = (id: string) =>
      org.run(async ({ tx }) => {
        const { rows } = await sql`
          select status, recipients, subject, body, html from mails where id = ${id}::uuid`.execute(tx);
        return rows[0];
      });
    const bare = { recipients: ['li.lei@example.cn'], subject: '合同到期', body: '', html: null };
    const sent = await queue(secret);
    await expect.poll(() => kept(sent), { timeout: 5_000 }).toEqual({ status: 'sent', ...bare });
    expect(smtp.taken.at(-1)).toContain('/reset/abc');
    smtp.answer = '550 never';
    const refused = await queue(secret);
    await expect.poll(() => kept(refused), { timeout: 5_000 }).toEqual({ status: 'failed', ...bare });
  });

  test('is kept as a file when no server is set', async () => {
    setMailDoor(openMail({ ...config, smtpUrl: undefined }));
    const id = await queue(letter);
    await expect.poll(() => rowOf(id), { timeout: 5_000 }).toMatchObject({ status: 'sent' });
    expect(readdirSync(join(dataDir, 'mail'))).toEqual([`${id}.eml`]);
    expect(readFileSync(join(dataDir, 'mail', `${id}.eml`), 'utf8')).toContain(`<${id}@crm.example.cn>`);
  });

  test('is tried again when the server is busy or cuts the line, under the same Message-ID', async () => {
    viaSmtp();
    smtp.answer = '451 later';
    const id = await queue(letter);
    await expect
      .poll(() => rowOf(id), { timeout: 5_000 })
      .toMatchObject({ status: 'waiting', error: expect.stringContaining('451') });
    smtp.answer = null;
    await expect.poll(() => smtp.taken.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
    smtp.answer = '250 taken';
    await expect.poll(() => rowOf(id), { timeout: 25_000 }).toMatchObject({ status: 'sent' });
    const ids = smtp.taken.map((one) => /^Message-ID: (.*)$/m.exec(one)?.[1]);
    expect(new Set(ids).size).toBe(1);
  }, 60_000);

  test('ends with the reason when the server says never', async () => {
    viaSmtp();
    smtp.answer = '550 no such person';
    const id = await queue(letter);
    await expect
      .poll(() => rowOf(id), { timeout: 5_000 })
      .toMatchObject({ status: 'failed', error: expect.stringContaining('550') });
  });

  test('does not exist when the change was rolled back', async () => {
    const count = () =>
      org.run(
        async ({ tx }) => (await sql<{ n: number }>`select count(*) as n from mails`.execute(tx)).rows[0]?.n,
      );
    const before = await count();
    const failing = org.run(async (step) => {
      await queueMail(step, letter);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await count()).toBe(before);
  });
});

describe('injection', () => {
  test.each(['a@b.cn\r\nBcc: c@d.cn', 'a@b.cn\nBcc: c@d.cn', 'a@b.cn, c@d.cn', 'nobody', 'a@b.cn\u0000'])(
    'an address like %j is refused',
    async (address) => {
      await expect(queue({ ...letter, to: [address] })).rejects.toMatchObject({
        kind: 'input',
        errors: [{ field: 'to', code: 'not_an_email' }],
      });
      await expect(queue({ ...letter, replyTo: address })).rejects.toMatchObject({
        errors: [{ field: 'replyTo' }],
      });
    },
  );

  test('line breaks in a subject stay in the subject', async () => {
    viaSmtp();
    const id = await queue({ ...letter, subject: 'Hello\r\nBcc: c@d.cn\r\n\r\nbody' });
    await expect.poll(() => rowOf(id), { timeout: 5_000 }).toMatchObject({ status: 'sent' });
    expect(smtp.taken[0]).toContain('Subject: Hello Bcc: c@d.cn body');
    expect(smtp.taken[0]).not.toMatch(/^Bcc:/m);
  });

  test('more than fifty recipients are refused', async () => {
    const to = Array.from({ length: 51 }, (_, n) => `a${n}@b.cn`);
    await expect(queue({ ...letter, to })).rejects.toMatchObject({
      errors: [{ field: 'to', code: 'too_many' }],
    });
  });
});
