import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { publicUrl } from './public-url.ts';

const name = 'yd_session';

/** The session token a browser sent, if any. */
export function readSessionCookie(request: FastifyRequest): string | null {
  const header = request.headers.cookie;
  return (header && parseCookie(header)[name]) || null;
}

/** Hands the session to the browser: no script can read it, no foreign page's POST carries it. */
export function setSessionCookie(
  reply: FastifyReply,
  request: FastifyRequest,
  token: string,
  expires?: Date,
): void {
  write(reply, request, token, expires);
}

/** Takes the session cookie back from the browser. */
export function clearSessionCookie(reply: FastifyReply, request: FastifyRequest): void {
  write(reply, request, '', new Date(0));
}

function write(reply: FastifyReply, request: FastifyRequest, value: string, expires: Date | undefined): void {
  // Behind a TLS proxy we see plain http ourselves; the address users type says https.
  const secure = request.protocol === 'https' || publicUrl().startsWith('https://');
  reply.header(
    'set-cookie',
    stringifySetCookie({ name, value, httpOnly: true, sameSite: 'lax', path: '/', secure, expires }),
  );
}
