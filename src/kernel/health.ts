import type { FastifyInstance } from 'fastify';
import type { Database } from './db.ts';

/** What a load balancer or supervisor asks: does the process live, and should it get requests? */
export interface Health {
  readonly ready: () => Promise<{ ready: boolean; why?: 'stopping' | 'database' }>;
  /** From now on not ready: called first of all when the server stops. */
  readonly drain: () => void;
}

const patienceMs = 2_000;
/** However many ask, the database is asked once a second. */
const rememberMs = 1_000;

/** Answers whether requests may come, without asking the database for every one who asks. */
export function openHealth(database: Database): Health {
  let stopping = false;
  let last: { at: number; answer: Promise<boolean> } | null = null;
  const databaseAnswers = () => {
    if (!last || Date.now() - last.at > rememberMs) last = { at: Date.now(), answer: ping(database) };
    return last.answer;
  };
  return {
    async ready() {
      if (stopping) return { ready: false, why: 'stopping' };
      return (await databaseAnswers()) ? { ready: true } : { ready: false, why: 'database' };
    },
    drain() {
      stopping = true;
    },
  };
}

/** Mounts /healthz (always fast, asks nobody) and /readyz (503 while stopping or without database). */
export function serveHealth(app: FastifyInstance, health: Health): void {
  app.get('/healthz', { config: { rateLimit: false } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ alive: true }),
  );
  app.get('/readyz', { config: { rateLimit: false } }, async (_request, reply) => {
    const answer = await health.ready();
    return reply
      .status(answer.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(answer);
  });
}

async function ping(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const answer = database.pool.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
