import type { AddressInfo } from 'node:net';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Database } from '#kernel/db.ts';
import { type Caller, type Route, registerRoutes } from '#kernel/http.ts';

/** A listening server around some routes of the technical ground; `x-test-user` picks one of the callers. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly url: string;
}

/** Reads the caller a test means from the request. */
export type FindCaller = (request: FastifyRequest) => Caller | null;

/** A real server on a free port with these routes, for tests of the HTTP door. */
export async function listen(
  database: Database,
  routes: readonly Route[],
  find: FindCaller,
): Promise<TestServer> {
  const app = fastify({ logger: false, forceCloseConnections: true });
  await app.register(multipart, {
    limits: { files: 1, fields: 10, parts: 12, fieldSize: 1_000, headerPairs: 100 },
  });
  registerRoutes(app, routes, {
    database,
    authenticate: async (request) => find(request),
    recognise: () => null,
    ownOrigin: () => 'http://test',
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/v1` };
}
