import fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkAll } from '#kernel/chain.ts';
import { operation, signedIn } from '#kernel/contract.ts';
import { type Database, openDatabase } from '#kernel/db.ts';
import { openHealth, serveHealth } from '#kernel/health.ts';
import { type Caller, registerRoutes, serve } from '#kernel/http.ts';
import { openMetrics, waitingFacts } from '#kernel/metrics.ts';
import { announce, fact } from '#kernel/outbox.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { testOrg } from '#kernel/testing/org.ts';
import { newId } from '#kernel/values/id.ts';

let server: TestDatabase;
let database: Database;

beforeAll(async () => {
  server = await testDatabase();
  database = openDatabase(server.appUrl);
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

test('figures come by operation, with pool, chain and jobs, on a port of their own', async () => {
  const org = await testOrg(database);
  const caller: Caller = { actor: org.actor, source: 'ui', byCookie: false, sessionId: null };
  const ping = operation({
    id: 'test.ping',
    method: 'GET',
    path: '/ping',
    summary: { zh: '', en: '' },
    permission: signedIn,
  });
  const metrics = openMetrics({
    database,
    jobs: { counts: async () => [{ job: 'a', waiting: 3, active: 1, failed: 0 }] },
  });
  const app = fastify();
  metrics.observe(app);
  registerRoutes(app, [serve(ping, async () => ({}))], {
    database,
    authenticate: async () => caller,
    recognise: () => null,
    ownOrigin: () => '',
  });
  await app.inject('/api/v1/ping');
  await app.inject('/nowhere');
  await org.run((step) => announce(step, fact('thing.noted', 'things'), { subject: newId(), data: {} }));
  const running = await metrics.listen(0);
  const text = await (await fetch(`http://127.0.0.1:${running.port}/metrics`)).text();
  expect(text).toContain('yingdan_http_seconds_count{operation="test.ping",status="200"} 1');
  expect(text).toContain('yingdan_http_seconds_count{operation="other",status="404"} 1');
  expect(text).toContain('yingdan_chain_waiting_facts 1');
  expect(text).toContain('yingdan_jobs{job="a",state="waiting"} 3');
  expect(text).toMatch(/yingdan_pool_connections\{state="idle"\} [1-9]/);
  expect((await fetch(`http://127.0.0.1:${running.port}/`)).status).toBe(404);
  await running.stop();
  await app.close();
});

test('a fact about an earlier day is not a late fact', async () => {
  const org = await testOrg(database);
  await linkAll(database);
  await org.run((step) =>
    announce({ ...step, now: new Date('2020-01-01') }, fact('thing.noted', 'things'), {
      subject: newId(),
      data: {},
    }),
  );
  expect(await waitingFacts(database)).toEqual({ count: 1, seconds: expect.closeTo(0, -1) });
});

test('the server is ready until it stops or its database is gone, and alive throughout', async () => {
  const own = openDatabase(server.appUrl, 2);
  const health = openHealth(own);
  const app = fastify();
  serveHealth(app, health);
  const status = async (url: string) => (await app.inject(url)).statusCode;
  expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200]);
  await own.close();
  const away = openHealth(own);
  expect(await away.ready()).toEqual({ ready: false, why: 'database' });
  health.drain();
  expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503]);
  await app.close();
});
