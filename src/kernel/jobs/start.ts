import { PgBoss } from 'pg-boss';
import type { Running } from '../chain.ts';
import type { Database } from '../db.ts';
import { deadLetters, type Envelope, type Job, jobSchema, queueOf } from '../jobs.ts';
import { installJobs } from './install.ts';
import { type JobsSettings, runClaim } from './run.ts';

export interface JobCount {
  readonly job: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
}

export interface RunningJobs extends Running {
  /** Brings the schedules in line with organisations and their zones; happens by itself every five minutes. */
  syncSchedules(): Promise<void>;
  counts(): Promise<JobCount[]>;
  /** Puts the dead letters of a job back into its queue; returns how many. */
  replayDead(job: string): Promise<number>;
}

const syncMs = 300_000;

/** Starts this process's workers and its part of the schedules. Any number of processes may do so at once. */
export async function startJobs(
  ownerUrl: string,
  jobs: readonly Job[],
  settings: JobsSettings,
): Promise<RunningJobs> {
  const { log, lookSeconds = 5 } = settings;
  await installJobs(ownerUrl);
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: jobSchema,
    migrate: false,
    max: 4,
    useListenNotify: true,
    superviseIntervalSeconds: lookSeconds * 4,
    monitorIntervalSeconds: lookSeconds * 4,
    application_name: 'yingdan-jobs',
  });
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  boss.on('warning', (warning) => log.warn({ warning }, 'job queue'));
  await boss.start();
  const stopping = new AbortController();
  for (const job of jobs) {
    await boss.createQueue(job.name, queueOf(job));
    const { policy: _fixed, ...changeable } = queueOf(job);
    await boss.updateQueue(job.name, changeable);
    await boss.work<Envelope>(
      job.name,
      {
        localConcurrency: job.atOnce,
        batchSize: 1,
        pollingIntervalSeconds: Math.min(2, lookSeconds),
        notifyPollingIntervalSeconds: lookSeconds,
        heartbeatRefreshSeconds: 10,
      },
      async ([claim]) => {
        if (claim) await runClaim({ boss, job, claim, settings, stopping: stopping.signal });
      },
    );
  }
  const syncSchedules = () => matchSchedules(boss, jobs, settings.database);
  await syncSchedules();
  const timer = setInterval(() => {
    syncSchedules().catch((error: unknown) => log.error({ err: error }, 'schedules could not be set'));
  }, syncMs);
  return {
    syncSchedules,
    counts: () => countJobs(boss),
    replayDead: (name) => boss.redrive(deadLetters, { sourceName: name }),
    async stop() {
      clearInterval(timer);
      stopping.abort(new Error('the server is stopping'));
      await boss.stop({ graceful: true, timeout: settings.patienceMs ?? 20_000 });
    },
  };
}

/** One schedule per job and organisation, in the organisation's own zone; those of removed jobs go away. */
async function matchSchedules(boss: PgBoss, jobs: readonly Job[], database: Database): Promise<void> {
  const orgs = await database.pool.query<{ id: string; zone: string }>('select id, zone from orgs');
  const present = new Map((await boss.getSchedules()).map((one) => [`${one.name} ${one.key}`, one]));
  for (const { name, schedule } of jobs) {
    if (!schedule) continue;
    for (const { id, zone } of orgs.rows) {
      const known = present.get(`${name} ${id}`);
      present.delete(`${name} ${id}`);
      if (known?.cron === schedule && known.timezone === zone) continue;
      const envelope: Envelope = { orgId: id, actorId: null, requestId: null, data: {} };
      await boss.schedule(name, schedule, envelope, {
        key: id,
        tz: zone,
        missed: 'once',
        singletonKey: `${id}/schedule`,
      });
    }
  }
  for (const one of present.values()) await boss.unschedule(one.name, one.key);
}

async function countJobs(boss: PgBoss): Promise<JobCount[]> {
  const { rows } = await boss.getDb().executeSql(
    `select name as job, count(*) filter (where state in ('created', 'retry'))::int as waiting,
       count(*) filter (where state = 'active')::int as active, count(*) filter (where state = 'failed')::int as failed
     from ${jobSchema}.job group by name`,
  );
  return rows as JobCount[];
}
