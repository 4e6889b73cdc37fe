import { existsSync } from 'node:fs';
import { join } from 'node:path';
import statics from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const web = join(import.meta.dirname, '..', '..', 'dist', 'web');
const file = /\.\w{2,6}$/;

/**
 * Serves the built web app: hashed files for ever, the page itself never from a cache. Any other address gets the
 * page, because the app's own router knows it. Files are looked for when asked, so a new build needs no restart.
 */
export async function servePages(app: FastifyInstance): Promise<void> {
  await app.register(statics, { root: web, serve: false, preCompressed: true });
  app.get('/*', (request, reply) => {
    const path = decodeURI(request.url.split('?')[0] ?? '/');
    if (path.startsWith('/api/') || !existsSync(join(web, 'index.html'))) return reply.callNotFound();
    if (!file.test(path))
      return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
    const hashed = path.startsWith('/assets/');
    return reply
      .header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      .sendFile(path.slice(1), { cacheControl: false });
  });
}
