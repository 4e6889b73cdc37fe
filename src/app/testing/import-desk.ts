import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { slices } from '#app/slices.ts';
import { systemStep } from '#identity/public.ts';
import { runChecks } from '#kernel/checks-run.ts';
import { inTransaction } from '#kernel/db.ts';
import { startJobs } from '#kernel/jobs/start.ts';
import { silentLog } from '#kernel/log.ts';
import { openTestKey } from './people.ts';
import type { Answer, PersonaKey, World } from './world.ts';

export interface Plan {
  readonly fields: (string | null)[];
  readonly mode: 'add' | 'update' | 'both';
  readonly keys: string[];
  readonly dateOrder?: 'dmy' | 'mdy' | null;
  readonly options?: Record<string, string>;
}

/** Somebody at the import screen: uploads, waits for jobs, looks at results. */
export interface ImportDesk {
  upload(file: Buffer | string, name: string, fields?: Record<string, string>): Promise<Answer>;
  /** Uploads and gives the detail. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the route answered
  open(file: Buffer | string, name: string, fields?: Record<string, string>): Promise<any>;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the route answered
  settled(id: string, patienceMs?: number): Promise<any>;
  /** Plans as suggested, with changes, and waits for the preview. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the route answered
  check(id: string, change?: Partial<Plan>): Promise<any>;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the route answered
  run(id: string, again?: boolean): Promise<any>;
  get(path: string): Promise<Answer & { readonly bytes: Buffer }>;
  post(path: string, body?: unknown): Promise<Answer>;
}

/** Starts the workers of the world; stop them before it closes. */
export function startWorkers(world: World) {
  const jobs = slices.flatMap((slice) => slice.jobs ?? []);
  return startJobs(world.ownerUrl, jobs, {
    database: world.database,
    log: silentLog(),
    systemStep,
    lookSeconds: 1,
  });
}

async function openWindow(world: World, who: PersonaKey, company: World['alpha']) {
  const token = await inTransaction(world.database, company.id, (tx, now) =>
    openTestKey(tx, { orgId: company.id, userId: company.ids[who], leads: undefined, now }),
  );
  return async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: Buffer | string, type?: string) => {
    const response = await world.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${token}`, ...(type ? { 'content-type': type } : {}) },
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    return {
      status: response.statusCode,
      body: isJson && response.payload ? JSON.parse(response.payload) : undefined,
      text: response.payload,
      headers: response.headers,
      bytes: response.rawPayload,
    };
  };
}

/** Sits somebody down at the import screen. */
export async function importDesk(world: World, who: PersonaKey, company = world.alpha): Promise<ImportDesk> {
  const ask = await openWindow(world, who, company);
  const json = (method: 'POST' | 'PUT', path: string, body: unknown = {}) =>
    ask(method, path, JSON.stringify(body), 'application/json');
  const upload: ImportDesk['upload'] = (file, name, fields = { object: 'leads' }) => {
    const { payload, type } = multipart(file, name, fields);
    return ask('POST', '/imports', payload, type);
  };
  const detail = async (id: string) => (await ask('GET', `/imports/${id}`)).body;
  const settled: ImportDesk['settled'] = async (id, patienceMs = 60_000) => {
    for (const end = Date.now() + patienceMs; Date.now() < end; await wait(30)) {
      const one = await detail(id);
      if (!['checking', 'running', 'undoing'].includes(one.status)) return one;
    }
    throw new Error(`import ${id} did not come to rest`);
  };
  return {
    upload,
    settled,
    get: (path) => ask('GET', path),
    post: (path, body) => json('POST', path, body),
    async open(file, name, fields) {
      const made = await upload(file, name, fields);
      if (made.status !== 201) throw new Error(`${made.status} ${made.text}`);
      return detail(made.body.id);
    },
    async check(id, change = {}) {
      const { plan } = await detail(id);
      const planned = await json('PUT', `/imports/${id}/plan`, { ...plan, ...change });
      if (planned.status !== 202) throw new Error(`${planned.status} ${planned.text}`);
      return settled(id);
    },
    async run(id, again = false) {
      const started = await json('POST', `/imports/${id}/run`, { again });
      if (started.status !== 202) throw new Error(`${started.status} ${started.text}`);
      return settled(id, 120_000);
    },
  };
}

function multipart(file: Buffer | string, name: string, fields: Record<string, string>) {
  const boundary = 'a-boundary-of-the-tests';
  const parts: Buffer[] = Object.entries(fields).map(([key, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`),
  );
  parts.push(
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(file),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  );
  return { payload: Buffer.concat(parts), type: `multipart/form-data; boundary=${boundary}` };
}

/** Holds ledger and leads against their invariants, without waiting for what reacts on them later. */
export async function expectWholeLedger({ database }: Pick<World, 'database'>): Promise<void> {
  const own = slices.filter(({ name }) => name === 'transfer' || name === 'leads');
  const results = await runChecks(database, { checks: own.flatMap((slice) => slice.checks ?? []) });
  expect(results.filter((result) => result.offenders.length > 0)).toEqual([]);
}
