import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { framesOf, receiveHook } from '#capture/public.ts';
import { type Database, inTransaction } from '#kernel/db.ts';
import { sendProblem } from '#kernel/http/problem.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';

const web = join(import.meta.dirname, '..', '..', 'dist', 'web');
const hookBytesAtMost = 262_144;
const addressed = /^[A-Za-z0-9_-]{22,64}$/;

/**
 * The doors for people and systems that have no account: the page of a form, the script that puts it into other
 * pages, and web hooks. The page stands for itself: no app, no session, and only the pages that were named may frame it.
 */
export async function serveDoors(app: FastifyInstance, database: Database): Promise<void> {
  app.get('/f/:address', async (request, reply) => {
    const { address } = request.params as { address: string };
    if (address === 'embed.js') return sendEmbed(reply);
    const page = join(web, 'form.html');
    if (!existsSync(page)) return reply.callNotFound();
    const preview = address === 'preview';
    const frames = preview
      ? []
      : addressed.test(address)
        ? await framesOf(address, visitFrom(request, database))
        : null;
    if (frames === null) reply.status(404);
    return reply
      .headers({
        'content-security-policy': policyFor(frames ?? []),
        'cache-control': 'no-store',
        'referrer-policy': 'strict-origin-when-cross-origin',
      })
      .removeHeader('x-frame-options')
      .removeHeader('cross-origin-resource-policy')
      .type('text/html; charset=utf-8')
      .send(readFileSync(page));
  });
  await app.register(async (hooks) => {
    hooks.removeAllContentTypeParsers();
    // The bytes themselves are signed: they must not be read and written again before that is checked.
    hooks.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: hookBytesAtMost },
      (_request, body, done) => done(null, body),
    );
    hooks.post('/hooks/:address', { bodyLimit: hookBytesAtMost }, async (request, reply) => {
      try {
        const { address } = request.params as { address: string };
        if (!addressed.test(address)) throw new Refusal('unauthenticated', 'not_signed');
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const head = (name: string) => request.headers[name]?.toString();
        const headers = {
          id: head('webhook-id'),
          timestamp: head('webhook-timestamp'),
          signature: head('webhook-signature'),
        };
        const taken = await receiveHook(address, headers, body, visitFrom(request, database));
        return reply.status(202).header('cache-control', 'no-store').send(taken);
      } catch (error) {
        const locale = request.headers['accept-language'] ?? 'en';
        return sendProblem(reply, error, {
          operation: undefined,
          locale,
          requestId: request.id,
          log: request.log,
        });
      }
    });
  });
}

function visitFrom(request: FastifyRequest, database: Database): Visit {
  return {
    ip: request.ip,
    agent: request.headers['user-agent']?.slice(0, 300) ?? null,
    requestId: request.id,
    transaction: (orgId, work) => inTransaction(database, orgId, work),
  };
}

/** Nothing but our own files, and framed by ourselves (for the preview) or by the pages the form names. */
function policyFor(frames: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${frames.join(' ')}`.trim(),
  ].join('; ');
}

/** The script of the embed code. It holds nothing of any form, so every page may load it. */
function sendEmbed(reply: FastifyReply): unknown {
  const script = join(web, 'embed.js');
  if (!existsSync(script)) return reply.callNotFound();
  return reply
    .header('cache-control', 'public, max-age=300')
    .header('cross-origin-resource-policy', 'cross-origin')
    .type('text/javascript; charset=utf-8')
    .send(createReadStream(script));
}
