import { sql } from 'kysely';
import type { Job as BossJob, PgBoss } from 'pg-boss';
import { type Database, inTransaction, type Tx } from '../db.ts';
import { type Envelope, type Job, type JobContext, jobSchema } from '../jobs.ts';
import type { Log } from '../log.ts';
import type { SystemStep } from '../system-step.ts';

export interface JobsSettings {
  readonly database: Database;
  readonly log: Log;
  readonly systemStep: SystemStep;
  /** How long a stop waits for running jobs to hand themselves back. */
  readonly patienceMs?: number;
  /** Pauses between the looks for delayed jobs and for dead workers; tests take shorter ones. */
  readonly lookSeconds?: number;
}

/** One run of one job, from the claim to handing it back. */
export interface Claim {
  readonly boss: PgBoss;
  readonly job: Job;
  readonly claim: BossJob<Envelope>;
  readonly settings: JobsSettings;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
}

/** Another worker has taken this job over, or it was cancelled: whatever this run still writes must not be saved. */
export class LostClaim extends Error {
  override name = 'LostClaim';
}

/** Runs a claimed job; on shutdown hands it back so that another server goes on at once. */
export async function runClaim(run: Claim): Promise<void> {
  const { job, claim, settings, stopping } = run;
  const { log } = settings;
  const facts = { job: job.name, jobId: claim.id, orgId: claim.data.orgId, attempt: claim.retryCount + 1 };
  const began = Date.now();
  try {
    await job.run(claim.data.data as never, contextOf(run));
    log.info({ ...facts, ms: Date.now() - began }, 'job done');
  } catch (error) {
    if (error instanceof LostClaim) {
      log.warn(facts, 'job lost to another worker');
      return;
    }
    if (stopping.aborted) {
      await handBack(run);
      log.info(facts, 'job handed back');
      return;
    }
    log.error({ ...facts, err: error }, 'job failed');
    throw error;
  }
}

function contextOf({ job, claim, settings, stopping }: Claim): JobContext {
  const { orgId, actorId, requestId } = claim.data;
  const { database, log, systemStep } = settings;
  return {
    orgId,
    database,
    log,
    signal: AbortSignal.any([stopping, claim.signal]),
    attempt: claim.retryCount + 1,
    transaction: (work, mode = 'write') =>
      inTransaction(
        database,
        orgId,
        async (tx, now) => {
          if (mode === 'write') await holdClaim(tx, job.name, claim);
          return work(await systemStep(orgId, tx, now, { actorId, requestId }));
        },
        mode,
      ),
  };
}

/**
 * The fence against zombies: a worker that was paused past its time finds its claim gone, and the row lock keeps
 * the claim from being taken until this transaction has committed.
 */
async function holdClaim(tx: Tx, name: string, { id, retryCount }: BossJob<Envelope>): Promise<void> {
  const { rows } = await sql`
    select 1 from ${sql.table(`${jobSchema}.job`)}
    where name = ${name} and id = ${id}::uuid and state = 'active' and retry_count = ${retryCount}
    for share`.execute(tx);
  if (rows.length === 0) throw new LostClaim(`job ${id} is no longer ours`);
}

/** Gives an unfinished job back to the queue, at once and without counting it as a failure. */
async function handBack({ boss, job, claim }: Claim): Promise<void> {
  await boss.getDb().executeSql(
    `update ${jobSchema}.job set state = 'retry', start_after = now(), retry_limit = retry_limit + 1
     where name = $1 and id = $2::uuid and state = 'active' and retry_count = $3`,
    [job.name, claim.id, claim.retryCount],
  );
}
