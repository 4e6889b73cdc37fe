import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#kernel/db.ts';
import { installJobs } from '#kernel/jobs/install.ts';
import { type RunningJobs, startJobs } from '#kernel/jobs/start.ts';
import { enqueue, type Job, job } from '#kernel/jobs.ts';
import { silentLog } from '#kernel/log.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { type TestOrg, testOrg, testSystemStep } from '#kernel/testing/org.ts';

let server: TestDatabase;
let database: Database;
let org: TestOrg;
const running: RunningJobs[] = [];

beforeAll(async () => {
  server = await testDatabase();
  await installJobs(server.ownerUrl);
  database = openDatabase(server.appUrl);
});
afterAll(async () => {
  await database.close();
  await server.drop();
});
beforeEach(async () => {
  org = await testOrg(database);
  return async () => {
    for (const jobs of running.splice(0)) await jobs.stop();
  };
});

async function start(...jobs: Job<never>[]): Promise<RunningJobs> {
  const settings = {
    database,
    log: silentLog(),
    systemStep: testSystemStep,
    lookSeconds: 1,
    patienceMs: 5_000,
  };
  const started = await startJobs(server.ownerUrl, jobs as unknown as Job[], settings);
  running.push(started);
  return started;
}

const rowsOf = (name: string) =>
  withClient(server.ownerUrl, async (client) => {
    const { rows } = await client.query(
      'select id, state, retry_count, retry_limit from pgboss.job where name = $1',
      [name],
    );
    return rows as { id: string; state: string; retry_count: number; retry_limit: number }[];
  });

describe('a job', () => {
  test('runs with its data, in its organisation, for whoever asked', async () => {
    const seen: unknown[] = [];
    const greet = job<{ whom: string }>({
      name: 'test.greet',
      run: async ({ whom }, { transaction, orgId }) => {
        const actorId = await transaction(async (step) => step.actor.id);
        seen.push({ whom, orgId, actorId });
      },
    });
    await start(greet);
    await org.run((step) => enqueue(step, greet, { whom: '王芳' }));
    await expect.poll(() => seen).toEqual([{ whom: '王芳', orgId: org.id, actorId: org.actor.id }]);
  });

  test('does not exist when the change it belongs to was rolled back', async () => {
    const never = job({ name: 'test.never', run: async () => undefined });
    const failing = org.run(async (step) => {
      await enqueue(step, never, {});
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await rowsOf('test.never')).toEqual([]);
  });

  test('waits once per key, and as often as asked without one', async () => {
    const idle = job<{ n: number }>({ name: 'test.idle', run: async () => undefined });
    await org.run(async (step) => {
      expect(await enqueue(step, idle, { n: 1 }, { singletonKey: 'a' })).not.toBeNull();
      expect(await enqueue(step, idle, { n: 2 }, { singletonKey: 'a' })).toBeNull();
      await enqueue(step, idle, { n: 3 });
      await enqueue(step, idle, { n: 4 });
    });
    expect(await rowsOf('test.idle')).toHaveLength(3);
  });

  test('is tried again, and at last laid with the dead letters while others go on', async () => {
    let broken = true;
    let tries = 0;
    let calm = 0;
    const poison = job({
      name: 'test.poison',
      retries: 1,
      run: async () => {
        tries += 1;
        if (broken) throw new Error('poison');
      },
    });
    const other = job({
      name: 'test.calm',
      run: async () => {
        calm += 1;
      },
    });
    const jobs = await start(poison, other);
    await org.run((step) => enqueue(step, poison, {}));
    await expect.poll(async () => (await rowsOf('dead')).length, { timeout: 20_000, interval: 200 }).toBe(1);
    expect(tries).toBe(2);
    await org.run((step) => enqueue(step, other, {}));
    await expect.poll(() => calm).toBe(1);
    broken = false;
    expect(await jobs.replayDead('test.poison')).toBe(1);
    await expect.poll(() => tries, { timeout: 5_000 }).toBe(3);
  });
});

describe('stopping', () => {
  test('hands an unfinished job back, and the next server goes on with it', async () => {
    const began: number[] = [];
    let done = 0;
    const long = job({
      name: 'test.long',
      retries: 0,
      run: async (_, { signal, attempt }) => {
        began.push(attempt);
        if (began.length === 1) {
          await new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason), { once: true });
          });
        }
        done += 1;
      },
    });
    const first = await start(long);
    await org.run((step) => enqueue(step, long, {}));
    await expect.poll(() => began.length).toBe(1);
    const before = Date.now();
    await first.stop();
    expect(Date.now() - before).toBeLessThan(4_000);
    expect(await rowsOf('test.long')).toMatchObject([{ state: 'retry' }]);
    await start(long);
    await expect.poll(() => done, { timeout: 10_000 }).toBe(1);
    await expect.poll(() => rowsOf('test.long')).toMatchObject([{ state: 'completed' }]);
  });

  test('a job whose worker was killed is taken over once its heartbeat has stopped', async () => {
    const attempts: number[] = [];
    const orphan = job({
      name: 'test.orphan',
      run: async (_, { attempt }) => {
        attempts.push(attempt);
      },
    });
    await org.run((step) => enqueue(step, orphan, {}));
    await withClient(server.ownerUrl, (client) =>
      client.query(`update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() - interval '1 minute'
        where name = 'test.orphan'`),
    );
    await start(orphan);
    await expect.poll(() => attempts, { timeout: 20_000 }).toEqual([2]);
  });

  test('a worker that overslept its claim can no longer save anything', async () => {
    let saved = 0;
    let refused: unknown;
    let wake = () => {};
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const zombie = job({
      name: 'test.zombie',
      run: async (_, { transaction, attempt }) => {
        if (attempt === 1) await asleep;
        await transaction(async () => {
          saved += 1;
        }).catch((error) => {
          refused = error;
          throw error;
        });
      },
    });
    await start(zombie);
    await org.run((step) => enqueue(step, zombie, {}));
    await expect.poll(() => rowsOf('test.zombie')).toMatchObject([{ state: 'active' }]);
    // What the supervisor does once the heartbeat has stopped.
    await withClient(server.ownerUrl, (client) =>
      client.query(
        `update pgboss.job set state = 'active', retry_count = retry_count + 1 where name = 'test.zombie'`,
      ),
    );
    wake();
    await expect.poll(() => refused).toMatchObject({ name: 'LostClaim' });
    expect(saved).toBe(0);
    expect(await rowsOf('test.zombie')).toMatchObject([{ state: 'active', retry_count: 1 }]);
  });
});

describe('schedules', () => {
  test('exist once per organisation in its own zone, and go away with the job', async () => {
    const nightly = job({ name: 'test.nightly', schedule: '0 3 * * *', run: async () => undefined });
    const jobs = await start(nightly);
    const mine = () =>
      withClient(server.ownerUrl, async (client) => {
        const { rows } = await client.query('select cron, timezone from pgboss.schedule where key = $1', [
          org.id,
        ]);
        return rows;
      });
    expect(await mine()).toEqual([{ cron: '0 3 * * *', timezone: 'Asia/Shanghai' }]);
    await database.pool.query(`update orgs set zone = 'Europe/Berlin' where id = $1`, [org.id]);
    await jobs.syncSchedules();
    expect(await mine()).toEqual([{ cron: '0 3 * * *', timezone: 'Europe/Berlin' }]);
    await start();
    expect(await mine()).toEqual([]);
  });
});
