import pg from 'pg';
import { allRoutes } from '#app/routes.ts';
import { loadActor, loadOrgWithPeople } from '#identity/queries/load-actor.ts';
import type { Step } from '#kernel/command.ts';
import { bindClient } from '#kernel/db.ts';
import { summary } from './load.ts';

interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** The statements of one request, in order, as the server sends them. */
export type Recording = readonly Statement[];

export interface Person {
  readonly orgId: string;
  readonly userId: string;
}

const opening = (orgId: string, mode: string) =>
  `begin ${mode}; select set_config('app.org_id', '${orgId}', true), now() as now`;

/**
 * Runs an operation of the route table in this process and writes down the SQL it sends, then takes it all back.
 * What is replayed afterwards is exactly what the server asks of the database, without the server.
 */
export async function record(
  url: string,
  person: Person,
  operationId: string,
  input: unknown,
): Promise<Recording> {
  const route = allRoutes().find((one) => one.operation.id === operationId);
  if (!route?.handle) throw new Error(`there is no operation ${operationId}`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const statements: Statement[] = [];
  try {
    await client.query(opening(person.orgId, ''));
    const tx = bindClient(client);
    const org = await loadOrgWithPeople(tx, person.orgId);
    const actor = await loadActor(tx, person.orgId, person.userId, org);
    if (!actor) throw new Error('nobody to act');
    const recorder = {
      query: (asked: string | Statement, more?: unknown[]) => {
        const statement = typeof asked === 'string' ? { text: asked, values: more ?? [] } : asked;
        statements.push({ text: statement.text, values: statement.values });
        return client.query(statement);
      },
    };
    const { rows } = await client.query<{ now: Date }>('select now() as now');
    const step: Step = {
      actor,
      now: rows[0]?.now ?? new Date(),
      tx: bindClient(recorder as unknown as pg.ClientBase),
      source: 'api',
      requestId: 'bench',
    };
    await route.handle(route.operation.input.parse(input) as never, step);
    // The server counts a list at most every two seconds, whoever asks: a warm request does without.
    return statements.filter(({ text }) => !/^\s*select count\(\*\) as total from/.test(text));
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

export interface RawSample {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
}

export interface ReplaySettings {
  readonly orgId: string;
  readonly connections: number;
  readonly seconds: number;
  /** Each recording once only: writes cannot be repeated. */
  readonly once: boolean;
  readonly mode: 'read only' | '';
  /** Without a transaction around it: the organisation set for the whole session. */
  readonly bare?: boolean;
}

/** Sends recordings over and over, as the app's role, with the transaction around them or without. */
export async function replay(
  url: string,
  recordings: readonly Recording[],
  settings: ReplaySettings,
): Promise<RawSample> {
  const { orgId, connections, seconds, once, mode, bare = false } = settings;
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      client.on('error', () => undefined);
      await client.connect();
      if (bare) await client.query(`select set_config('app.org_id', '${orgId}', false)`);
      return client;
    }),
  );
  const times: number[] = [];
  let complaint: string | null = null;
  let place = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        const recording = once ? recordings[place] : recordings[place % recordings.length];
        place += 1;
        if (!recording) break;
        const start = performance.now();
        try {
          if (!bare) await client.query(opening(orgId, mode));
          for (const { text, values } of recording) await client.query(text, values);
          if (!bare) await client.query('commit');
          times.push(performance.now() - start);
        } catch (error) {
          // Two claims of one recording at once, a statement that took too long: it does not count.
          await client.query('rollback').catch(() => undefined);
          complaint ??= error instanceof Error ? error.message : String(error);
        }
      }
    }),
  );
  const sample = summary(times, (performance.now() - began) / 1000);
  if (complaint) console.log(`  raw: ${complaint}`);
  await Promise.all(clients.map((client) => client.end()));
  return sample;
}
