import { existsSync } from 'node:fs';
import { join } from 'node:path';
import statics from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const web = join(import.meta.dirname, '..', '..', 'dist', 'web');

/** Serves the built web app: hashed files for ever, the page itself never from a cache. Unknown paths get the page. */
export async function servePages(app: FastifyInstance): Promise<void> {
  await app.register(statics, {
    root: web,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (response, path) => {
      response.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/api/') || /\.\w{2,5}$/.test(path) || !existsSync(join(web, 'index.html')))
      return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
