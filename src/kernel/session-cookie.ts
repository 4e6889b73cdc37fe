import cookies from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const name = 'yd_session';

/** The session token a browser sent, if any. */
export function readSessionCookie(request: FastifyRequest): string | null {
  const header = request.headers.cookie;
  return (header && cookies.parse(header)[name]) || null;
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

export function clearSessionCookie(reply: FastifyReply, request: FastifyRequest): void {
  write(reply, request, '', new Date(0));
}

function write(reply: FastifyReply, request: FastifyRequest, value: string, expires: Date | undefined): void {
  const secure = request.protocol === 'https' || secureAlways;
  reply.header(
    'set-cookie',
    cookies.serialize(name, value, { httpOnly: true, sameSite: 'lax', path: '/', secure, expires }),
  );
}

let secureAlways = false;

/** Behind a TLS proxy we see plain http ourselves; the address users type says https. */
export function setPublicOrigin(publicUrl: string): void {
  secureAlways = publicUrl.startsWith('https://');
}
