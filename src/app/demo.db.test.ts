import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemStep } from '#identity/public.ts';
import { linkAll } from '#kernel/chain.ts';
import { loadConfig } from '#kernel/config.ts';
import { type Database, openDatabase } from '#kernel/db.ts';
import { dispatchAll } from '#kernel/dispatch.ts';
import { silentLog } from '#kernel/log.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { seedDemoOnce, settleDemo } from './demo.ts';
import { slices } from './slices.ts';
import { expectNoOffenders } from './testing/oracle.ts';

let server: TestDatabase;
let database: Database;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yingdan-demo-'));
  server = await testDatabase();
  database = openDatabase(server.ownerUrl);
  const config = loadConfig({ DATA_DIR: folder });
  expect(await seedDemoOnce(config, database, () => undefined)).toMatch(/Password for all of them/);
  await settleDemo(database, silentLog());
}, 90_000);
afterAll(async () => {
  await database.close();
  await server.drop();
  rmSync(folder, { recursive: true, force: true });
});

const rows = async (text: string) => (await database.pool.query(text)).rows;

test('the demo company has nothing left to hear when it opens', async () => {
  const heard: string[] = [];
  const reactions = slices
    .flatMap((slice) => slice.reactions ?? [])
    .map((one) => ({
      ...one,
      run: async () => void heard.push(one.name),
      ...(one.many ? { many: async () => void heard.push(one.name) } : {}),
    }));
  expect(await linkAll(database)).toBe(0);
  await dispatchAll(database, { reactions, systemStep, log: silentLog() });
  expect([...new Set(heard)]).toEqual([]);
  expect(await rows('select reaction from reaction_failures')).toEqual([]);
});

test('deals show the next step that was planned for them, and last contacts are the last ones', async () => {
  const [deals] = await rows(`
    select count(*) as open, count(*) filter (where n.due_at is distinct from o.next_contact_at) as differing,
      count(n.due_at) as planned
    from opportunities o
    left join next_contacts n on n.org_id = o.org_id and n.subject_id = o.id and n.closed_at is null
    where o.status = 'open'`);
  expect(deals.planned).toBeGreaterThan(20);
  expect(deals.differing).toBe(0);
  const late = await rows(`
    select a.id from accounts a join lateral (
      select max(e.at) as at from events e
      where e.org_id = a.org_id and e.type = 'activity.logged' and a.id = any(e.about)) last on true
    where last.at is distinct from a.last_activity_at and last.at is not null`);
  expect(late).toEqual([]);
});

test('leads come and are worked on in office hours, mostly on workdays, and whoever held one converted it', async () => {
  const [times] = await rows(`
    select count(*) as leads, count(*) filter (where extract(hour from at at time zone 'Asia/Shanghai') not between 9 and 17) as odd,
      count(*) filter (where extract(isodow from at at time zone 'Asia/Shanghai') > 5) as weekends
    from (
      select captured_at as at from leads union all select owner_since from leads where owner_since is not null
      union all select pool_since from leads l where pool_since is not null and not exists (
        -- recycling works at night
        select 1 from lead_places p where p.org_id = l.org_id and p.lead_id = l.id and p.until is null and p.cause = 'recycled')
      union all select last_activity_at from leads where last_activity_at is not null
      union all select next_contact_at from leads where next_contact_at is not null) as t`);
  expect(times.leads).toBeGreaterThan(3_000);
  expect(times.odd).toBe(0);
  expect(times.weekends / times.leads).toBeLessThan(0.2);
  const [made] = await rows(`
    select count(*) as converted, count(*) filter (where e.actor_id = l.owner_id) as by_owner,
      count(*) filter (where l.captured_at > l.converted_at or l.last_activity_at < l.captured_at) as backwards
    from events e join leads l on l.org_id = e.org_id and l.id = e.subject_id where e.type = 'lead.converted'`);
  expect(made.converted).toBeGreaterThan(100);
  expect(made.by_owner).toBe(made.converted);
  expect(made.backwards).toBe(0);
});

test('every invariant holds in it', async () => {
  await expectNoOffenders({ database });
});
