import type { FastifyInstance } from 'fastify';
import { authenticate, systemStep } from '#identity/public.ts';
import { startChain } from '#kernel/chain.ts';
import type { Config } from '#kernel/config.ts';
import type { Database } from '#kernel/db.ts';
import { startDispatch } from '#kernel/dispatch.ts';
import { openFileStore } from '#kernel/files/open-store.ts';
import { setFileStore } from '#kernel/files.ts';
import { openHealth, serveHealth } from '#kernel/health.ts';
import { startJobs } from '#kernel/jobs/start.ts';
import { kernelJobs } from '#kernel/kernel-jobs.ts';
import type { Log } from '#kernel/log.ts';
import { openMail } from '#kernel/mail/door.ts';
import { setMailDoor } from '#kernel/mail.ts';
import { openMetrics } from '#kernel/metrics.ts';
import { startStream } from '#kernel/realtime.ts';
import { compose } from './composition.ts';
import { serveDocumentation } from './documentation.ts';
import { serveDoors } from './doors.ts';
import { servePages } from './pages.ts';
import { allRoutes } from './routes.ts';
import { buildServer } from './server.ts';
import { slices } from './slices.ts';
import { syncRoles } from './sync-roles.ts';

export interface Node {
  readonly app: FastifyInstance;
  /** Says "not ready" from now on, while requests are still taken: load balancers need a moment to look elsewhere. */
  drain(): void;
  stop(): Promise<void>;
}

/** What requests in hand get to come to their end. */
const patienceMs = 20_000;

interface NodeParts {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  readonly ownerUrl: string;
}

/** One node: HTTP, the chain, reactions, live screens and jobs over one database. Any number may run side by side. */
export async function startNode({ config, database, log, ownerUrl }: NodeParts): Promise<Node> {
  compose(config);
  await syncRoles(database);
  setFileStore(openFileStore(config));
  const mail = openMail(config);
  setMailDoor(mail);
  const reactions = slices.flatMap((slice) => slice.reactions ?? []);
  const checks = slices.flatMap((slice) => slice.checks ?? []);
  const dispatch = startDispatch(database, { reactions, systemStep, log });
  const stream = startStream(database, { log, authenticate: (request) => authenticate(database, request) });
  const chain = startChain(database, {
    log,
    linked: (orgId) => {
      dispatch.wake(orgId);
      stream.wake(orgId);
    },
  });
  const jobs = await startJobs(
    ownerUrl,
    [...kernelJobs({ dataDir: config.dataDir, checks }), ...slices.flatMap((slice) => slice.jobs ?? [])],
    { database, log, systemStep },
  );
  const health = openHealth(database);
  const metrics = openMetrics({ database, jobs, stream });
  const figures = config.metricsPort === undefined ? null : await metrics.listen(config.metricsPort);
  const routes = [...allRoutes(), stream.route];
  const app = await buildServer({
    config,
    database,
    log,
    routes,
    extend: async (server) => {
      metrics.observe(server);
      serveHealth(server, health);
      await serveDocumentation(server, routes);
      await serveDoors(server, database);
      await servePages(server);
    },
  });
  return {
    app,
    drain: health.drain,
    async stop() {
      health.drain();
      // Open streams would keep the server from ever closing; screens come back to another node.
      await stream.stop();
      // Whoever has not finished sending or reading by then will not; he may not keep everybody else waiting.
      const late = setTimeout(() => app.server.closeAllConnections(), patienceMs);
      await Promise.all([app.close(), jobs.stop()]);
      clearTimeout(late);
      await chain.stop();
      await dispatch.stop();
      await figures?.stop();
      mail.close();
    },
  };
}
