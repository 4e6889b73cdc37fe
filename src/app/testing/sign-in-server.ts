import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { demoStep } from '#identity/public.ts';
import { slice } from '#identity/slice.ts';
import { loadConfig } from '#kernel/config.ts';
import { type Database, inTransaction, openDatabase } from '#kernel/db.ts';
import type { DemoWorld } from '#kernel/demo.ts';
import { setPublicUrl } from '#kernel/public-url.ts';
import { buildRegistry, setRegistry } from '#kernel/registry.ts';
import type { Slice } from '#kernel/slice.ts';
import { testDatabase } from '#kernel/testing/database.ts';
import { buildServer } from '../server.ts';

export const demoPassword = 'correct-horse-battery';
const origin = 'http://yingdan.test';

/** A real server over a database of its own with the people of the demo company, asked by injected requests. */
export interface SignInServer {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly ownerUrl: string;
  ask(options: Ask): Promise<Answer>;
  /** Signs in and gives the cookie; throws when it does not work. */
  signIn(account: string, password?: string): Promise<string>;
  stop(): Promise<void>;
}

export interface Ask {
  readonly method?: InjectOptions['method'];
  readonly path: string;
  readonly body?: unknown;
  readonly cookie?: string;
  readonly key?: string;
  readonly ip?: string;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever came back
  readonly body: any;
  readonly cookie: string | undefined;
  readonly raw: LightMyRequestResponse;
}

export async function startSignInServer({
  people = true,
  slices = [slice],
}: {
  people?: boolean;
  slices?: readonly Slice[];
} = {}): Promise<SignInServer> {
  const store = await testDatabase();
  const database = openDatabase(store.appUrl, 10);
  const config = { ...loadConfig({ SESSION_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789' }), rateLimit: 0 };
  setRegistry(buildRegistry(slices));
  setPublicUrl(config.publicUrl);
  if (people) await seedPeople(database, slices);
  const routes = slices.flatMap((one) => one.routes ?? []);
  const app = await buildServer({
    config,
    database,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    routes,
  });
  const ask = (options: Ask) => inject(app, options);
  return {
    app,
    database,
    ownerUrl: store.ownerUrl,
    ask,
    async signIn(account, password = demoPassword) {
      const email = `${account}@demo.yingdan.test`;
      const answer = await ask({ method: 'POST', path: '/sign-in', body: { email, password } });
      if (answer.status !== 200 || !answer.cookie)
        throw new Error(`${account}: ${answer.status} ${answer.raw.body}`);
      return answer.cookie;
    },
    async stop() {
      await app.close();
      await database.close();
      await store.drop();
    },
  };
}

async function seedPeople(database: Database, slices: readonly Slice[]): Promise<void> {
  await inTransaction(database, null, async (tx, now) => {
    const world: DemoWorld = {
      tx,
      today: now,
      random: () => 0.5,
      made: new Map([['password', demoPassword]]),
      as: (email, at) => demoStep(world, email, at),
    };
    for (const one of slices) await one.demo?.seed(world);
  });
}

async function inject(
  app: FastifyInstance,
  { method = 'GET', path, body, cookie, key, ip, headers }: Ask,
): Promise<Answer> {
  const raw = await app.inject({
    method,
    url: `/api/v1${path}`,
    remoteAddress: ip ?? '192.0.2.10',
    headers: {
      host: 'yingdan.test',
      ...(cookie ? { cookie: `yd_session=${cookie}`, origin } : {}),
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: body as object }),
  });
  const set = String(raw.headers['set-cookie'] ?? '');
  const cookieSet = /yd_session=([^;]*)/.exec(set)?.[1];
  return { status: raw.statusCode, body: parsed(raw.body), cookie: cookieSet || undefined, raw };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
