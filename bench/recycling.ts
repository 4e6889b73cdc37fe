import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { compose } from '#app/composition.ts';
import { createOrg, systemStep } from '#identity/public.ts';
import type { Step } from '#kernel/command.ts';
import { loadConfig } from '#kernel/config.ts';
import { inTransaction, openDatabase } from '#kernel/db.ts';
import { installJobs } from '#kernel/jobs/install.ts';
import { migrate } from '#kernel/migrate.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { startDatabase } from '#kernel/postgres.ts';
import { theRegistry } from '#kernel/registry.ts';
import { unasked } from '#kernel/system-step.ts';
import { newId } from '#kernel/values/id.ts';
import { runNight } from '../src/recycling/commands/run-night.ts';
import { setAllClocks } from '../src/recycling/commands/set-clocks.ts';
import { simulateRules } from '../src/recycling/commands/simulate-rules.ts';
import { warnOwners } from '../src/recycling/commands/warn-owners.ts';

/** Half a million held leads of 2,000 people, a third of them long silent: how long a simulation and a night take. */
const leads = Number(process.env.ROWS ?? 500_000);
const people = Math.max(2, leads / 250);
const dataDir = mkdtempSync(join(tmpdir(), 'yingdan-recycling-'));
const config = loadConfig({ ...process.env, DATA_DIR: dataDir, DEMO: '0' });
const say = (line: string) => console.log(line);

const storage = await startDatabase(config, say);
const database = openDatabase(storage.appUrl, 6);
try {
  await migrate(storage.ownerUrl, {});
  await installJobs(storage.ownerUrl);
  compose(config);
  const orgId = newId();
  await inTransaction(database, orgId, (tx, now) =>
    createOrg(tx, now, { id: orgId, name: 'Bench' }, theRegistry()),
  );
  const pool = newId();
  await withClient(storage.ownerUrl, async (client) => {
    const run = (text: string) =>
      client.query(text.replaceAll('$org', `'${orgId}'::uuid`).replaceAll('$pool', `'${pool}'::uuid`));
    await run(`insert into lead_pools (org_id, id, name, is_default, created_at) values ($org, $pool, 'Bench', true, now())
      on conflict do nothing`);
    await run(`insert into users (org_id, id, name, email) select $org, uuidv7(), 'Rep ' || n, 'rep' || n || '@bench.test'
      from generate_series(1, ${people}) as n`);
    await run(
      `create temp table reps as select id, row_number() over () as place from users where org_id = $org`,
    );
    await run(`insert into accounts (org_id, id, name, company_key, company_core, owner_id, owner_since, created_at)
      select $org, uuidv7(), 'Company ' || g.n, 'company' || g.n, 'company' || g.n, r.id, now(), now()
      from generate_series(1, ${Math.round(leads / 10)}) as g(n) join reps r on r.place = 1 + g.n % ${people}`);
    await run(`insert into leads (org_id, id, company, company_key, channel, currency, class, status, owner_id, owner_since,
        last_effective_at, last_activity_at, captured_at, capture_method, created_at, from_pool_id)
      select $org, uuidv7(), 'Company ' || g.n, 'company' || g.n, (array['website', 'search', 'fair'])[1 + g.n % 3], 'CNY',
        (array['A', 'B', 'C'])[1 + g.n % 3], 'following', r.id, now() - make_interval(days => (g.n % 60)::integer),
        case when g.n % 3 > 0 then now() - make_interval(days => (g.n % 10)::integer) end, now(), now(), 'manual', now(), $pool
      from generate_series(1, ${leads}) as g(n) join reps r on r.place = 1 + g.n % ${people}`);
    await run(
      `insert into lead_places (org_id, lead_id, seq, owner_id, since, cause) select org_id, id, 1, owner_id, owner_since, 'created' from leads`,
    );
    await run(
      `insert into lead_holders (org_id, user_id, held) select org_id, owner_id, count(*) from leads group by 1, 2`,
    );
    await run('analyze');
  });
  const transaction = <T>(work: (step: Step) => Promise<T>): Promise<T> =>
    inTransaction(database, orgId, async (tx, now) => work(await systemStep(orgId, tx, now, unasked)));
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const done = await work();
    say(
      `${what.padEnd(44)} ${((performance.now() - began) / 1000).toFixed(1)} s  ${JSON.stringify(done)?.slice(0, 120)}`,
    );
    return done;
  };
  const draft = (share: number) => ({
    rules: [
      {
        ...{ id: newId(), name: 'A 3', poolIds: [pool], trigger: 'notFollowed', days: 3 },
        condition: {
          combinator: 'and',
          rules: [
            { field: 'class', operator: '=', value: 'A' },
            { field: 'company', operator: 'contains', value: 'Company 1' },
          ],
        },
      },
      { id: newId(), name: '7', poolIds: [], condition: null, trigger: 'notFollowed', days: 7 },
    ],
    exemptions: ['protected', 'openDeal', 'contract', 'unpaid', 'approval', 'plan', 'nurture'],
    ...{ planDays: 14, nightShare: share, warnDays: [7, 3, 1] },
  });
  const share = Number(process.env.SHARE ?? 20);
  await transaction(({ tx }) =>
    sql`insert into recycle_policies (org_id, draft) values (${orgId}::uuid, ${JSON.stringify(draft(share))}::jsonb)`.execute(
      tx,
    ),
  );
  say(`${leads} held leads of ${people} people`);
  await timed('simulation', () => transaction((step) => simulateRules({}, step)));
  await transaction(({ tx }) =>
    sql`update recycle_policies set enabled = true, live = draft, version = 2`.execute(tx),
  );
  await timed('all clocks for the first time', () => setAllClocks(transaction));
  await timed('all clocks, nothing new', () => setAllClocks(transaction));
  await timed('simulation beside rules in force', () => transaction((step) => simulateRules({}, step)));
  await timed('warnings', () => transaction(warnOwners));
  await timed('a night', () => runNight(transaction));
} finally {
  await database.close();
  await storage.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
