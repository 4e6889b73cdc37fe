import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { testWorld, type World } from '#app/testing/world.ts';
import { enqueue, type Job } from '#kernel/jobs.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { newId } from '#kernel/values/id.ts';
import { jobs } from '../jobs.ts';
import { firstRules } from '../rules/rule-set.ts';
import { setAllClocks } from './set-clocks.ts';

const leads = 4_000;
let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const run = <T>(work: Parameters<typeof world.alpha.run<T>>[1]) => world.alpha.run('admin', work);

/** A server's jobs in a process of its own, ready when it says so. */
async function server(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('../../app/testing/job-worker.ts', import.meta.url));
  const appUrl = String((world.database.pool.options as { connectionString?: string }).connectionString);
  const child = spawn(process.execPath, [script, world.ownerUrl, appUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const died = once(child, 'exit').then(() => Promise.reject(new Error('the server did not start')));
  await Promise.race([once(child.stdout, 'data'), died]);
  died.catch(() => undefined);
  return child;
}

/** Everything long overdue, with one person. */
async function holdOverdue(): Promise<void> {
  const { ids } = world.alpha;
  await run(async ({ tx, actor }) => {
    const rows = JSON.stringify(Array.from({ length: leads }, (_, n) => ({ id: newId(), n })));
    await sql`insert into leads (org_id, id, company, company_key, channel, currency, status, owner_id, owner_since,
        captured_at, capture_method, created_at)
      select ${actor.orgId}::uuid, r.id, '公司' || r.n, '公司' || r.n, 'website', 'CNY', 'pending', ${ids.e1}::uuid,
        now() - interval '30 days', now() - interval '30 days', 'manual', now() - interval '30 days'
      from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, n integer)`.execute(tx);
    await sql`insert into lead_places (org_id, lead_id, seq, owner_id, since, cause)
      select org_id, id, 1, owner_id, owner_since, 'created' from leads`.execute(tx);
    await sql`insert into lead_holders (org_id, user_id, held) values (${actor.orgId}::uuid, ${ids.e1}::uuid, ${leads})
      on conflict (org_id, user_id) do update set held = excluded.held`.execute(tx);
    const rules = JSON.stringify({ ...firstRules(newId()), nightShare: 100 });
    await sql`insert into recycle_policies (org_id, enabled, live, draft) values (${actor.orgId}::uuid, true, ${rules}::jsonb,
      ${rules}::jsonb)`.execute(tx);
  });
  await setAllClocks(run);
}

const recycled = async () =>
  (
    await run(({ tx }) =>
      sql<{ n: number }>`select count(*) as n from lead_places where cause = 'recycled'`.execute(tx),
    )
  ).rows[0]?.n ?? 0;

test('two servers run a night, one is killed in the middle: every lead goes exactly once', async () => {
  await holdOverdue();
  const night = jobs.find(({ name }) => name === 'recycling.night') as Job;
  const [first, second] = [await server(), await server()];
  await run((step) => enqueue(step, night, {}));
  while ((await recycled()) < 500) await wait(5);
  // Whichever has it: both die, one after the other, and a third goes on.
  first.kill('SIGKILL');
  await once(first, 'exit');
  const forget = () =>
    withClient(world.ownerUrl, (client) =>
      client.query(
        `update pgboss.job set heartbeat_on = now() - interval '1 minute' where name = 'recycling.night' and state = 'active'`,
      ),
    );
  await forget();
  const atKill = await recycled();
  second.kill('SIGKILL');
  await once(second, 'exit');
  await forget();
  expect(atKill).toBeLessThan(leads);

  const third = await server();
  const until = Date.now() + 90_000;
  while ((await recycled()) < leads && Date.now() < until) await wait(100);
  const { rows } = await run(({ tx }) =>
    sql<{ places: number; leads: number; facts: number; held: number; planned: number }>`
      select (select count(*) from lead_places where cause = 'recycled') as places,
        (select count(distinct lead_id) from lead_places where cause = 'recycled') as leads,
        (select count(*) from events where type = 'lead.recycled') as facts,
        (select held from lead_holders where user_id = ${world.alpha.ids.e1}::uuid) as held,
        (select count(*) from recycle_run_leads where outcome <> 'recycled') as planned`.execute(tx),
  );
  expect(rows[0]).toEqual({ places: leads, leads, facts: leads, held: 0, planned: 0 });
  await expectNoOffenders(world);
  third.kill('SIGTERM');
  await once(third, 'exit');
}, 180_000);
