import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Step } from './command.ts';
import type { Database } from './db.ts';
import { txAdapter } from './jobs/adapter.ts';
import type { Log } from './log.ts';

/** What a job is given while it runs. */
export interface JobContext {
  readonly orgId: string;
  readonly database: Database;
  readonly log: Log;
  /** Aborted when the server stops or the job has run too long: save where you are and throw `signal.reason`. */
  readonly signal: AbortSignal;
  /** 1 at first. */
  readonly attempt: number;
  /** Runs work in one transaction of the job's organisation; refuses when another worker has taken the job over. */
  readonly transaction: <T>(work: (step: Step) => Promise<T>, mode?: 'write' | 'read') => Promise<T>;
}

/** Work for later, kept in the database until it has been done. */
export interface Job<Data extends object = object> {
  readonly name: string;
  /** Cron in the organisation's zone; a tick missed while no server ran is made up for once. */
  readonly schedule?: string;
  /** How often a failing job is tried again before it goes to the dead letters. */
  readonly retries: number;
  /** Longest run in seconds; then it is stopped and tried again. */
  readonly seconds: number;
  /** How many of these run at once in one process. */
  readonly atOnce: number;
  readonly run: (data: Data, context: JobContext) => Promise<void>;
}

type JobOptions<Data extends object> = Pick<Job<Data>, 'name' | 'run'> &
  Partial<Omit<Job<Data>, 'name' | 'run'>>;

/** Declares a job. Its effects must be safe to repeat: after a crash it runs again from its last commit. */
export function job<Data extends object = Record<string, never>>(options: JobOptions<Data>): Job<Data> {
  return { retries: 5, seconds: 900, atOnce: 1, ...options };
}

export const jobSchema = 'pgboss';
export const deadLetters = 'dead';

/** What travels with every job; data holds ids, never values: this table has no wall between organisations. */
export interface Envelope {
  readonly orgId: string;
  readonly actorId: string | null;
  readonly requestId: string | null;
  readonly data: object;
}

/** Settings of a job's queue, the same wherever the queue is made first. */
export function queueOf(one: Pick<Job, 'retries' | 'seconds'>) {
  return {
    policy: 'short',
    retryLimit: one.retries,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 300,
    expireInSeconds: one.seconds,
    heartbeatSeconds: 30,
    retentionSeconds: 30 * 24 * 3600,
    deleteAfterSeconds: 7 * 24 * 3600,
    deadLetter: deadLetters,
    notify: true,
  } as const;
}

export interface EnqueueOptions {
  readonly startAfter?: Date;
  /** At most one job of this key waits: asking again meanwhile changes nothing. One that already runs does not count. */
  readonly singletonKey?: string;
}

/**
 * Puts a job into the queue as part of the step's transaction: it exists if and only if the change does.
 * Returns its id, or null when one with the same singletonKey waits already.
 */
export async function enqueue<Data extends object>(
  step: Pick<Step, 'tx' | 'actor' | 'requestId'>,
  one: Job<Data>,
  data: Data,
  options: EnqueueOptions = {},
): Promise<string | null> {
  const db = txAdapter(step.tx);
  const sender = new PgBoss({
    db,
    schema: jobSchema,
    migrate: false,
    supervise: false,
    schedule: false,
    useListenNotify: true,
  });
  // Not pg-boss's own createQueue: it ends the transaction it runs in.
  if (!(await sender.getQueue(one.name)))
    await sql`select ${sql.id(jobSchema, 'create_queue')}(${one.name}, ${JSON.stringify(queueOf(one))}::jsonb)`.execute(
      step.tx,
    );
  const { orgId } = step.actor;
  const envelope: Envelope = { orgId, actorId: step.actor.id, requestId: step.requestId, data };
  return sender.send(one.name, envelope, {
    db,
    // Without a key of its own every job would count as the same one.
    singletonKey: options.singletonKey ? `${orgId}/${options.singletonKey}` : randomUUID(),
    ...(options.startAfter ? { startAfter: options.startAfter } : {}),
  });
}
