import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { Route } from '#kernel/http.ts';
import { openApi } from './openapi.ts';

/** The API's pages at /api/docs, from the contracts. */
export async function serveDocumentation(app: FastifyInstance, routes: readonly Route[]): Promise<void> {
  await app.register(swagger, { mode: 'static', specification: { document: openApi(routes) as never } });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
}
