import type { FastifyRequest } from 'fastify';
import { Refusal } from '../values/refusal.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A cookie travels with any page's request, so a changing one must come from our own page: the Origin header says so. */
export function guardOrigin(request: FastifyRequest, ownOrigin: string): void {
  if (safe.has(request.method)) return;
  if (request.headers.origin !== ownOrigin) throw new Refusal('forbidden', 'foreign_origin');
}
