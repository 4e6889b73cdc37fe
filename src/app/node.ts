import type { FastifyInstance } from 'fastify';
import { systemStep } from '#identity/public.ts';
import { startChain } from '#kernel/chain.ts';
import type { Config } from '#kernel/config.ts';
import type { Database } from '#kernel/db.ts';
import { startDispatch } from '#kernel/dispatch.ts';
import { startJobs } from '#kernel/jobs/start.ts';
import type { Log } from '#kernel/log.ts';
import { compose } from './composition.ts';
import { serveDocumentation } from './documentation.ts';
import { servePages } from './pages.ts';
import { buildServer } from './server.ts';
import { slices } from './slices.ts';

export interface Node {
  readonly app: FastifyInstance;
  stop(): Promise<void>;
}

interface NodeParts {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  readonly ownerUrl: string;
}

/** One node: HTTP, the chain, reactions and jobs over one database. Any number may run side by side. */
export async function startNode({ config, database, log, ownerUrl }: NodeParts): Promise<Node> {
  compose(config);
  const reactions = slices.flatMap((slice) => slice.reactions ?? []);
  const dispatch = startDispatch(database, { reactions, systemStep, log });
  const chain = startChain(database, { log, linked: (orgId) => dispatch.wake(orgId) });
  const jobs = await startJobs(
    ownerUrl,
    slices.flatMap((slice) => slice.jobs ?? []),
    { database, log, systemStep },
  );
  const routes = slices.flatMap((slice) => slice.routes ?? []);
  const app = await buildServer({
    config,
    database,
    log,
    routes,
    extend: async (server) => {
      await serveDocumentation(server, routes);
      await servePages(server);
    },
  });
  return {
    app,
    async stop() {
      await app.close();
      await jobs.stop();
      await chain.stop();
      await dispatch.stop();
    },
  };
}
