// node bench/duplicates-scale.ts [companies]: look-ups and the scan of about half a million leads, on a database of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { seedOfSize } from '#app/cli/seed-size.ts';
import { compose } from '#app/composition.ts';
import { lookUp } from '#duplicates/commands/look-up.ts';
import { scanBase } from '#duplicates/commands/scan-base.ts';
import { insertScan } from '#duplicates/store/scans.ts';
import { catchUp } from '#duplicates/store/traits.ts';
import { loadActor, systemStep } from '#identity/public.ts';
import type { Step } from '#kernel/command.ts';
import { loadConfig } from '#kernel/config.ts';
import { type Database, inTransaction, openDatabase } from '#kernel/db.ts';
import { migrate } from '#kernel/migrate.ts';
import { startDatabase } from '#kernel/postgres.ts';
import { companyKeys } from '#kernel/values/company-name-hant.ts';
import { newId } from '#kernel/values/id.ts';
import { mobileKey, normalisePhone } from '#kernel/values/phone.ts';
import { inventLeads } from './invented-leads.ts';

const companies = Number(process.argv[2] ?? 400_000);
const dataDir = mkdtempSync(join(tmpdir(), 'yingdan-bench-'));
const config = loadConfig({ ...process.env, DATA_DIR: dataDir, DEMO: '0' });
const say = (line: string) => console.log(line);

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const done = await work();
  say(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return done;
}

/** Leads of companies that exist nowhere, straight into the table, as a seed does. */
async function insertLeads(owner: pg.Client, orgId: string): Promise<number> {
  const { rows } = inventLeads(companies, 11);
  const pool = await owner.query('select id from lead_pools where org_id = $1 and is_default', [orgId]);
  const seen = new Set<string>();
  for (let at = 0; at < rows.length; at += 5_000) {
    const piece = rows.slice(at, at + 5_000).map((row) => {
      const phone = normalisePhone(row.phones?.[0] ?? '');
      const key = mobileKey(phone);
      const first = key !== null && !seen.has(key);
      if (first) seen.add(key);
      const company = row.name || row.contact || '?';
      const email = row.email?.trim().toLowerCase() ?? null;
      return {
        id: newId(),
        company,
        key: companyKeys(company).key,
        contact: row.contact,
        phone,
        mobile: first ? key : null,
        email,
        region: row.region,
      };
    });
    await owner.query(
      `insert into leads (org_id, id, company, company_key, contact_name, phone, mobile_key, email, region, channel, currency, status,
         pool_id, pool_since, captured_at, capture_method, created_at)
       select $1, r.id, r.company, r.key, r.contact, r.phone, r.mobile, r.email, r.region, 'website', 'CNY', 'unassigned', $2, now(), now(),
         'import', now()
       from jsonb_to_recordset($3::jsonb) as r(id uuid, company text, key text, contact text, phone text, mobile text, email text, region text)`,
      [orgId, pool.rows[0].id, JSON.stringify(piece)],
    );
  }
  await owner.query('analyze leads');
  return rows.length;
}

async function measureLookUps(database: Database, orgId: string, userId: string): Promise<void> {
  const { rows } = inventLeads(3_000, 11);
  const times: number[] = [];
  for (let turn = 0; turn < 300; turn += 1) {
    const row = rows[(turn * 7) % rows.length];
    const text =
      turn % 3 === 0
        ? row?.phones?.[0]?.trim()
        : turn % 3 === 1
          ? row?.name
          : [...(row?.name ?? '')].slice(0, 5).join('');
    if (!text) continue;
    const began = performance.now();
    await inTransaction(database, orgId, async (tx, now) => {
      const actor = await loadActor(tx, orgId, userId);
      const step = { actor, now, tx, source: 'ui', requestId: null } as unknown as Step;
      await lookUp({ text, entry: 'hint' } as never, step);
    });
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(1);
  say(`look-up, ${times.length} asked: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
}

const storage = await startDatabase(config, () => undefined);
const database = openDatabase(storage.appUrl, 4);
const owner = new pg.Client({ connectionString: storage.ownerUrl });
try {
  await migrate(storage.ownerUrl, {});
  compose(config);
  await owner.connect();
  await timed('seed S', () => seedOfSize(database, storage.ownerUrl, 'S', () => undefined));
  const org = await owner.query('select id from orgs limit 1');
  const orgId = org.rows[0].id as string;
  say(`leads: ${await timed('insert', () => insertLeads(owner, orgId))}`);
  const transaction = <T>(work: (step: Step) => Promise<T>) =>
    inTransaction(database, orgId, async (tx, now) =>
      work(await systemStep(orgId, tx, now, { actorId: null, requestId: null })),
    );
  await timed('traits of the whole base', () => catchUp(transaction));
  await owner.query('analyze duplicate_traits');
  const user = await owner.query(
    `select u.id from users u join user_roles x on x.user_id = u.id join roles r on r.id = x.role_id where r.key = 'rep' limit 1`,
  );
  await measureLookUps(database, orgId, user.rows[0].id);
  const scanId = await transaction((step) => insertScan(step, null));
  const found = await timed('scan', () => scanBase(scanId, transaction));
  say(`${found.records} records, ${found.groups} groups, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
} finally {
  await owner.end();
  await database.close();
  await storage.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
