import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Running } from './chain.ts';
import type { Operation } from './contract.ts';
import type { Database } from './db.ts';
import type { JobCount } from './jobs/start.ts';
import { openStream } from './realtime.ts';
import { bornAt } from './values/id.ts';

export interface MetricsSources {
  readonly database: Database;
  readonly jobs?: { counts(): Promise<JobCount[]> };
  readonly stream?: { count(): number };
}

export interface Metrics {
  readonly registry: Registry;
  /** Times every answer of the server by its operation. */
  observe(app: FastifyInstance): void;
  /** Serves /metrics for Prometheus on a port of its own that only this machine can reach. */
  listen(port: number): Promise<Running & { port: number }>;
}

/** Opens the figures of this process. */
export function openMetrics(sources: MetricsSources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'yingdan_' });
  const times = new Histogram({
    name: 'yingdan_http_seconds',
    help: 'Time to answer, by operation and status',
    labelNames: ['operation', 'status'],
    buckets: [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  addGauges(registry, sources);
  return {
    registry,
    observe(app) {
      app.addHook('onResponse', (request, reply, done) => {
        const { operation } = request.routeOptions.config as { operation?: Operation };
        // A stream lasts as long as somebody looks; its time says nothing.
        if (operation?.id !== openStream.id)
          times.observe(
            { operation: operation?.id ?? 'other', status: String(reply.statusCode) },
            reply.elapsedTime / 1_000,
          );
        done();
      });
    },
    listen: (port) => listen(registry, port),
  };
}

function addGauges(registry: Registry, { database, jobs, stream }: MetricsSources): void {
  const registers = [registry];
  const { pool } = database;
  new Gauge({
    name: 'yingdan_pool_connections',
    help: 'Database connections by what they do; waiting are requests without one',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  new Gauge({
    name: 'yingdan_chain_waiting_seconds',
    help: 'Age of the oldest fact that has no place in the chain yet',
    registers,
    async collect() {
      this.set((await waitingFacts(database)).seconds);
    },
  });
  new Gauge({
    name: 'yingdan_chain_waiting_facts',
    help: 'Facts that have no place in the chain yet',
    registers,
    async collect() {
      this.set((await waitingFacts(database)).count);
    },
  });
  if (stream)
    new Gauge({
      name: 'yingdan_streams',
      help: 'Open live streams',
      registers,
      collect() {
        this.set(stream.count());
      },
    });
  if (jobs)
    new Gauge({
      name: 'yingdan_jobs',
      help: 'Jobs by name and state; waiting ones of "dead" are dead letters',
      labelNames: ['job', 'state'],
      registers,
      async collect() {
        this.reset();
        for (const { job, waiting, active, failed } of await jobs.counts()) {
          this.set({ job, state: 'waiting' }, waiting);
          this.set({ job, state: 'active' }, active);
          this.set({ job, state: 'failed' }, failed);
        }
      },
    });
}

/** How many facts wait, and for how long the first of them; by its id, because a fact may tell of an earlier day. */
export async function waitingFacts(database: Database): Promise<{ count: number; seconds: number }> {
  const { rows } = await database.pool.query<{ count: number; first: string | null }>(
    'select count(*) as count, (select event_id from outbox order by event_id limit 1) as first from outbox',
  );
  const { count = 0, first = null } = rows[0] ?? {};
  return { count, seconds: first ? Math.max(0, (Date.now() - bornAt(first).getTime()) / 1_000) : 0 };
}

async function listen(registry: Registry, port: number): Promise<Running & { port: number }> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
