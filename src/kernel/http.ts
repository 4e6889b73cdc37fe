import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, requirePermission } from './access.ts';
import type { Source, Step } from './command.ts';
import { anybody, type Input, type Operation, type Output, signedIn } from './contract.ts';
import { type Database, type Gate, inTransaction } from './db.ts';
import { replayOrRun } from './http/idempotency.ts';
import { guardOrigin } from './http/origin-guard.ts';
import { parseInput } from './http/parse-input.ts';
import { presentCurrent } from './http/present-current.ts';
import { sendProblem } from './http/problem.ts';
import { Refusal } from './values/refusal.ts';

/** Who is calling, as identity finds out from the cookie or the API key. */
export interface Caller {
  readonly actor: Actor;
  readonly source: Source;
  /** Sessions travel in cookies and so need the origin guard; keys do not. */
  readonly byCookie: boolean;
  readonly sessionId: string | null;
}

/** What a raw route gets: it streams, uploads or sets cookies, and opens its own transactions. */
export interface RawContext {
  readonly caller: Caller | null;
  readonly database: Database;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface Route {
  readonly operation: Operation;
  readonly handle?: (input: never, step: Step) => Promise<unknown>;
  readonly raw?: (input: never, context: RawContext) => Promise<unknown>;
}

/** Binds a contract to a command or query. The kernel checks rights, input and keys, and opens the transaction. */
export function serve<O extends Operation>(
  operation: O,
  handle: (input: Input<O>, step: Step) => Promise<Output<O>>,
): Route {
  return { operation, handle: handle as Route['handle'] };
}

/** Binds a contract to code that needs the request itself: files, streams, sign-in cookies. */
export function serveRaw<O extends Operation>(
  operation: O,
  raw: (input: Input<O>, context: RawContext) => Promise<unknown>,
): Route {
  return { operation, raw: raw as Route['raw'] };
}

/** Who called with this token before; whether that still holds is asked with the opening of his transaction. */
export interface Recognised {
  readonly caller: Caller;
  readonly gate: Gate;
}

export interface HttpSettings {
  readonly database: Database;
  readonly authenticate: (request: FastifyRequest) => Promise<Caller | null>;
  readonly recognise: (request: FastifyRequest) => Recognised | null;
  /** Origins that may send cookies with a changing request. */
  readonly ownOrigin: (request: FastifyRequest) => string;
}

/** Puts every route of the table on the server; there is no other way in. */
export function registerRoutes(app: FastifyInstance, routes: readonly Route[], settings: HttpSettings): void {
  for (const route of routes) {
    const { operation } = route;
    app.route({
      method: operation.method,
      url: `/api/v1${operation.path.replace(/\{(\w+)\}/g, ':$1')}`,
      config: { operation } as object,
      handler: async (request, reply) => {
        let locale = request.headers['accept-language'] ?? 'zh-CN';
        let caller: Caller | null = null;
        try {
          const known = route.handle ? settings.recognise(request) : null;
          if (known) {
            caller = known.caller;
            locale = caller.actor.locale;
            try {
              return await serveCaller(route, caller, request, reply, settings, known.gate);
            } catch (error) {
              // Before the gate has admitted, nothing is known for certain, not even that he may be refused.
              if (known.gate.passed) throw error;
            }
          }
          caller = await settings.authenticate(request);
          if (caller) locale = caller.actor.locale;
          return await serveCaller(route, caller, request, reply, settings, null);
        } catch (error) {
          const told = presentCurrent(error, operation, caller?.actor);
          return sendProblem(reply, told, { operation, locale, requestId: request.id, log: request.log });
        }
      },
    });
  }
}

function admit(
  { operation }: Route,
  caller: Caller | null,
  request: FastifyRequest,
  settings: HttpSettings,
): void {
  if (operation.permission === anybody) {
    if (caller?.byCookie) guardOrigin(request, settings.ownOrigin(request));
    return;
  }
  if (!caller) throw new Refusal('unauthenticated', 'not_signed_in');
  if (caller.byCookie) guardOrigin(request, settings.ownOrigin(request));
  if (operation.permission !== signedIn) requirePermission(caller.actor, operation.permission);
}

async function serveCaller(
  route: Route,
  caller: Caller | null,
  request: FastifyRequest,
  reply: FastifyReply,
  settings: HttpSettings,
  gate: Gate | null,
): Promise<unknown> {
  admit(route, caller, request, settings);
  const { operation } = route;
  const input = parseInput(operation, request);
  reply.header('cache-control', 'no-store');
  if (route.raw) return route.raw(input as never, { caller, database: settings.database, request, reply });
  const { handle } = route;
  if (!handle || !caller) throw new Refusal('unauthenticated', 'not_signed_in');
  const key = idempotencyKey(operation, request);
  const result = await inTransaction(
    settings.database,
    caller.actor.orgId,
    (tx, now) => {
      const step: Step = { actor: caller.actor, now, tx, source: caller.source, requestId: request.id };
      const run = () => handle(input as never, step);
      if (key === null) return run();
      const hash = createHash('sha256').update(JSON.stringify(input)).digest();
      return replayOrRun(step, { operation: operation.id, key, hash, status: operation.status }, run);
    },
    operation.reads ? 'read' : 'write',
    gate,
  );
  return reply
    .status(operation.status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(result ?? {}));
}

function idempotencyKey(operation: Operation, request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key'];
  if (operation.reads || operation.method !== 'POST') return null;
  if (header === undefined) {
    if (operation.money)
      throw new Refusal('input', 'bad_input', { errors: [{ field: 'Idempotency-Key', code: 'required' }] });
    return null;
  }
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,128}$/.test(header))
    throw new Refusal('input', 'bad_input', { errors: [{ field: 'Idempotency-Key', code: 'not_a_key' }] });
  return header;
}
