import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectWholeLedger, type ImportDesk, importDesk, startWorkers } from '#app/testing/import-desk.ts';
import { testWorld, type World } from '#app/testing/world.ts';
import { withClient } from '#kernel/postgres/external.ts';

const rows = 6_000;
let world: World;
let desk: ImportDesk;
beforeAll(async () => {
  world = await testWorld();
  desk = await importDesk(world, 'marketing');
});
afterAll(() => world.close());

/** A worker in a process of its own, ready when it says so. */
async function worker(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('../../app/testing/job-worker.ts', import.meta.url));
  const appUrl = String((world.database.pool.options as { connectionString?: string }).connectionString);
  const child = spawn(process.execPath, [script, world.ownerUrl, appUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const died = once(child, 'exit').then(() => Promise.reject(new Error('the worker did not start')));
  await Promise.race([once(child.stdout, 'data'), died]);
  died.catch(() => undefined);
  return child;
}

/** What the queue notices by itself half a minute after a worker died. */
const forgetHeartbeat = () =>
  withClient(world.ownerUrl, (client) =>
    client.query(
      `update pgboss.job set heartbeat_on = now() - interval '1 minute' where name = 'transfer.run' and state = 'active'`,
    ),
  );

test('killed twice in the middle, an import ends with every row done exactly once', async () => {
  const lines = Array.from({ length: rows }, (_, n) => {
    // Every tenth row repeats one of an earlier batch.
    const who = n % 10 === 9 && n > 1_503 ? n - 1_503 : n;
    return `公司${who},联系人${who},1${String(30_000_000_00 + who)}`;
  });
  const first = await startWorkers(world);
  const opened = await desk.open(`公司,联系人,手机\n${lines.join('\n')}\n`, 'kill.csv');
  const { preview } = await desk.check(opened.id);
  await first.stop();
  const repeated = 450;
  expect(preview.counts).toMatchObject({ created: rows - repeated, duplicateInFile: repeated, invalid: 0 });

  await desk.post(`/imports/${opened.id}/run`, {});
  const seen: number[] = [];
  for (const goal of [1_000, 3_000]) {
    const child = await worker();
    for (;;) {
      const { processed } = (await desk.get(`/imports/${opened.id}`)).body;
      seen.push(processed);
      if (processed >= goal) break;
      await wait(10);
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    await forgetHeartbeat();
  }
  const stopped = (await desk.get(`/imports/${opened.id}`)).body;
  expect(stopped).toMatchObject({ status: 'running' });
  expect(stopped.processed).toBeLessThan(rows);

  const last = await startWorkers(world);
  const done = await desk.settled(opened.id, 150_000);
  await last.stop();
  expect(seen).toEqual(seen.toSorted((one, other) => one - other));
  expect(done).toMatchObject({
    status: 'done',
    processed: rows,
    created: preview.counts.created,
    skipped: preview.counts.duplicateInFile,
    failed: 0,
  });
  expect((await world.alpha.call('admin', 'GET', '/leads?limit=1')).body.total).toBe(rows - repeated);
  // What was there before the kill is still an equal row of the file, not a record found in the system.
  const mistaken = await desk.get(`/imports/${opened.id}/rows?outcome=duplicateInSystem`);
  expect(mistaken.body.items).toEqual([]);
  await expectWholeLedger(world);
}, 240_000);
