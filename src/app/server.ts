import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { authenticate, recognise } from '#identity/public.ts';
import type { Config } from '#kernel/config.ts';
import type { Database } from '#kernel/db.ts';
import { sendProblem } from '#kernel/http/problem.ts';
import { readStrictJson } from '#kernel/http/strict-json.ts';
import { type Route, registerRoutes } from '#kernel/http.ts';
import type { Log } from '#kernel/log.ts';
import { notFound } from '#kernel/values/refusal.ts';

export interface ServerParts {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  readonly routes: readonly Route[];
  /** Adds what is not part of the API: pages, documentation, health. */
  readonly extend?: (app: FastifyInstance) => Promise<void>;
}

const bodyLimit = 1_048_576;

/** Builds the HTTP server around the route table; it listens nowhere yet, so tests can inject requests. */
export async function buildServer({
  config,
  database,
  log,
  routes,
  extend,
}: ServerParts): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit,
    requestTimeout: 60_000,
    genReqId: () => randomUUID().slice(0, 8).toUpperCase(),
  });
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, readStrictJson(body as string));
    } catch (error) {
      done(error as Error);
    }
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    hsts: config.publicUrl.startsWith('https:'),
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });
  if (config.rateLimit > 0)
    await app.register(rateLimit, {
      global: true,
      max: config.rateLimit,
      timeWindow: '1 minute',
      keyGenerator: (request) => request.ip,
    });
  await app.register(multipart, {
    limits: { files: 1, fields: 10, parts: 12, fieldSize: 100_000, headerPairs: 100 },
  });
  app.setErrorHandler((error, request, reply) => refuse(error, request, reply));
  app.setNotFoundHandler((request, reply) => refuse(notFound(), request, reply));
  registerRoutes(app, routes, {
    database,
    authenticate: (request) => authenticate(database, request),
    recognise: (request) => recognise(database, request),
    ownOrigin: (request) => ownOrigin(config, request),
  });
  await extend?.(app);
  return app;
}

/** What goes wrong outside the routes is told in the same shape as inside. */
function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(reply, error, {
    operation: undefined,
    locale: request.headers['accept-language'] ?? 'zh-CN',
    requestId: request.id,
    log: request.log,
  });
}

const contentPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  // antd writes its styles at run time; nothing else in the page can be styled from outside
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  // the preview of a public form is its own page
  'frame-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** Our own origin as browsers see it: PUBLIC_URL behind TLS, else the address of the request itself. */
function ownOrigin(config: Config, request: FastifyRequest): string {
  if (config.publicUrl.startsWith('https:')) return new URL(config.publicUrl).origin;
  return `${request.protocol}://${request.headers.host ?? ''}`;
}
