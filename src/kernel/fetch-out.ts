import { isIP } from 'node:net';
import { Agent, buildConnector, type Dispatcher, request } from 'undici';
import { isPublicAddress } from './outside/addresses.ts';
import { publicLookup } from './outside/lookup.ts';
import { badInput } from './values/refusal.ts';

/** What may be reached. Tests, and an admin with a web hook inside his own network, say otherwise. */
export interface OutboundPolicy {
  readonly isAllowed: (address: string) => boolean;
  readonly ports: readonly number[];
}

export interface OutboundRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Most bytes of an answer. */
  readonly maxBytes?: number;
  /** For everything: name, connection, headers, body. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface OutboundResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/**
 * The request could not be made, or its answer was not acceptable. Whoever asked learns no more, or he could use
 * us to look around in our network; the cause is for the log.
 */
export class OutboundFailure extends Error {
  override name = 'OutboundFailure';
  constructor(cause: unknown) {
    super('the address could not be reached', { cause });
  }
}

export interface FetchOut {
  (url: string, request?: OutboundRequest): Promise<OutboundResponse>;
  /** For saving an address: refuses (422) what could never be called. Calling checks again, because names move. */
  checkUrl(url: string, field?: string): URL;
  close(): Promise<void>;
}

const defaults: OutboundPolicy = { isAllowed: isPublicAddress, ports: [80, 443] };

/**
 * The one door for requests to addresses that users type in: only http and https on their own ports, only public
 * addresses (checked on the connection itself, so that a name cannot change between check and use), no redirects,
 * bounded in time and size.
 */
export function openFetchOut(policy: OutboundPolicy = defaults): FetchOut {
  const agent = new Agent({
    connect: guardedConnector(policy),
    maxHeaderSize: 16_384,
    headersTimeout: 8_000,
    bodyTimeout: 8_000,
    keepAliveTimeout: 1,
    pipelining: 0,
  });
  const fetchOut = async (address: string, options: OutboundRequest = {}): Promise<OutboundResponse> => {
    const { timeoutMs = 10_000, maxBytes = 1_000_000 } = options;
    const limit = AbortSignal.timeout(timeoutMs);
    const signal = options.signal ? AbortSignal.any([limit, options.signal]) : limit;
    try {
      const url = acceptUrl(address, policy);
      const answer = await request(url, {
        dispatcher: agent,
        method: options.method ?? 'GET',
        headers: { 'user-agent': 'yingdan', 'accept-encoding': 'identity', ...options.headers },
        ...(options.body === undefined ? {} : { body: options.body }),
        signal,
      });
      if (answer.statusCode >= 300 && answer.statusCode < 400)
        throw await refuseAnswer(answer, 'redirects are not followed');
      return { status: answer.statusCode, headers: answer.headers, body: await readBody(answer, maxBytes) };
    } catch (error) {
      throw new OutboundFailure(error);
    }
  };
  return Object.assign(fetchOut, {
    checkUrl: (address: string, field = 'url') => {
      try {
        return acceptUrl(address, policy);
      } catch {
        throw badInput([{ field, code: 'not_a_public_url' }]);
      }
    },
    close: () => agent.close(),
  });
}

function acceptUrl(address: string, policy: OutboundPolicy): URL {
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error(`no ${url.protocol} requests`);
  if (url.username || url.password) throw new Error('no passwords in addresses');
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (!policy.ports.includes(port)) throw new Error(`port ${port} is not allowed`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !policy.isAllowed(host)) throw new Error(`${host} is not a public address`);
  if (
    !isIP(host) &&
    policy === defaults &&
    (!host.includes('.') || /\.(localhost|local|internal|home\.arpa)\.?$/i.test(host))
  )
    throw new Error(`${host} is not a public name`);
  return url;
}

function guardedConnector(policy: OutboundPolicy): buildConnector.connector {
  const lookup = publicLookup(policy.isAllowed);
  const connect = buildConnector({ timeout: 5_000, maxCachedSessions: 0, lookup: lookup as never });
  return (options, done) => {
    connect(options, (error, socket) => {
      if (error || !socket) return done(error ?? new Error('no connection'), null);
      const remote = socket.remoteAddress;
      if (remote && policy.isAllowed(remote)) return done(null, socket);
      socket.destroy();
      return done(new Error(`${remote} is not a public address`), null);
    });
  };
}

async function readBody(answer: Dispatcher.ResponseData, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.length;
    if (size > maxBytes) throw await refuseAnswer(answer, 'the answer is too big');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function refuseAnswer(answer: Dispatcher.ResponseData, why: string): Promise<Error> {
  answer.body.on('error', () => undefined);
  answer.body.destroy();
  return new Error(why);
}
