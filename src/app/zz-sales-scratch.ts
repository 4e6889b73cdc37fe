import { sql } from 'kysely';
import { demoStep, systemStep } from '#identity/public.ts';
import { linkAll } from '#kernel/chain.ts';
import { loadConfig } from '#kernel/config.ts';
import { inTransaction, openDatabase } from '#kernel/db.ts';
import type { DemoWorld } from '#kernel/demo.ts';
import { dispatchAll } from '#kernel/dispatch.ts';
import { installJobs } from '#kernel/jobs/install.ts';
import { silentLog } from '#kernel/log.ts';
import { migrate } from '#kernel/migrate.ts';
import { derivedPassword, ensureAppRole, withClient } from '#kernel/postgres/external.ts';
import { startScratchServer } from '#kernel/testing/scratch-server.ts';
import { compose } from './composition.ts';
import { slices } from './slices.ts';

const server = await startScratchServer();
try {
  const appUrl = await ensureAppRole(server.url, derivedPassword(server.url, 'x'));
  await withClient(server.url, (c) => c.query('create database demo'));
  const at = (u: string) => {
    const x = new URL(u);
    x.pathname = '/demo';
    return x.toString();
  };
  await migrate(at(server.url));
  await installJobs(at(server.url));
  const database = openDatabase(at(appUrl), 20);
  compose(loadConfig({ SESSION_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789', DATA_DIR: '/tmp' }));
  let state = 20260101;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let m = Math.imul(state ^ (state >>> 15), 1 | state);
    m = (m + Math.imul(m ^ (m >>> 7), 61 | m)) ^ m;
    return ((m ^ (m >>> 14)) >>> 0) / 4294967296;
  };
  let orgId = '';
  await inTransaction(database, null, async (tx, now) => {
    const world: DemoWorld = {
      tx,
      today: now,
      random,
      made: new Map([['password', 'correct-horse-battery']]),
      as: (e, t) => demoStep(world, e, t),
    };
    for (const s of slices) {
      const t = performance.now();
      await s.demo?.seed(world);
      console.log(s.name, Math.round(performance.now() - t), 'ms');
    }
    orgId = world.as(null, now).actor.orgId;
  });
  const t = performance.now();
  for (let i = 0; i < 6; i++) {
    const n = await linkAll(database);
    await dispatchAll(database, {
      reactions: slices.flatMap((s) => s.reactions ?? []),
      systemStep,
      log: silentLog(),
    });
    if (!n) break;
  }
  console.log('settle', Math.round(performance.now() - t), 'ms');
  await inTransaction(database, orgId, async (tx) => {
    for (const check of slices.flatMap((s) => s.checks ?? [])) {
      const { rows } = await sql<any>`${check.offenders} limit 3`.execute(tx);
      if (rows.length) console.log('OFFENDER', check.id, check.says, rows);
    }
    const q = async (text: string) =>
      console.log(text, JSON.stringify((await sql.raw(text).execute(tx)).rows));
    await q('select stage, count(*)::int n, sum(amount) from opportunities group by 1 order by 2 desc');
    await q('select count(*)::int, min(happened_at), max(happened_at) from activities');
    await q(
      "select u.name, count(*) filter (where closed_at is null)::int open, count(*) filter (where closed_at is null and due_at < now() - interval '12 hours')::int slipped, count(*) filter (where closed_at is not null)::int closed from next_contacts n join users u on u.id=n.owner_id group by 1",
    );
    await q(
      'select u.name, count(*)::int from activities a join users u on u.id=a.owner_id group by 1 order by 2 desc',
    );
    await q(
      'select count(*)::int, count(last_activity_at)::int la, count(next_contact_at)::int nc from accounts',
    );
    await q('select count(*)::int from events');
    await q('select type, count(*)::int from events group by 1 order by 2 desc limit 12');
    await q(
      'select (select count(*) from reaction_failures)::int f, (select error from reaction_failures limit 1)',
    );
    await q(
      "select status, count(*)::int, to_char(date_trunc('month', closed_at),'YYYY-MM') m from opportunities where status in ('won','lost') group by 1,3 order by 3",
    );
  });
  await database.close();
} finally {
  await server.stop();
}
