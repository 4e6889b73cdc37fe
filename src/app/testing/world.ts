import type { FastifyInstance } from 'fastify';
import { compose } from '#app/composition.ts';
import { serveDoors } from '#app/doors.ts';
import { allRoutes } from '#app/routes.ts';
import { buildServer } from '#app/server.ts';
import { slices } from '#app/slices.ts';
import { addPerson, createOrg, loadActor, systemStep } from '#identity/public.ts';
import type { Actor } from '#kernel/access.ts';
import { linkAll } from '#kernel/chain.ts';
import type { Step } from '#kernel/command.ts';
import { loadConfig } from '#kernel/config.ts';
import { type Database, inTransaction, openDatabase } from '#kernel/db.ts';
import { dispatchAll } from '#kernel/dispatch.ts';
import { silentLog } from '#kernel/log.ts';
import { theRegistry } from '#kernel/registry.ts';
import { hashPassword, newToken } from '#kernel/secrets.ts';
import { testDatabase } from '#kernel/testing/database.ts';
import { newId } from '#kernel/values/id.ts';
import { insertTestTeam, openTestKey } from './people.ts';

/** The cast of 30-attacks: e0 leads East (e1, e2) below Region (r0), w0 leads West (w1); beside them the offices. */
export const personas = [
  { key: 'r0', role: 'manager', team: 'region', leads: 'region' },
  { key: 'e0', role: 'manager', team: 'east', leads: 'east' },
  { key: 'e1', role: 'rep', team: 'east' },
  { key: 'e2', role: 'rep', team: 'east' },
  { key: 'w0', role: 'manager', team: 'west', leads: 'west' },
  { key: 'w1', role: 'rep', team: 'west' },
  { key: 'marketing', role: 'marketing', team: 'office' },
  { key: 'finance', role: 'finance', team: 'office' },
  { key: 'service', role: 'service', team: 'office' },
  { key: 'admin', role: 'admin', team: 'office' },
  { key: 'auditor', role: 'auditor', team: 'office' },
] as const;

const teams = [
  { key: 'region', under: null },
  { key: 'east', under: 'region' },
  { key: 'west', under: 'region' },
  { key: 'office', under: null },
] as const;

export type PersonaKey = (typeof personas)[number]['key'];
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the route answered
  readonly body: any;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface TestCompany {
  readonly id: string;
  readonly ids: Readonly<Record<PersonaKey, string>>;
  /** Calls the API as one of the cast, by API key; a POST gets an Idempotency-Key of its own unless one is given. */
  readonly call: (
    who: PersonaKey | null,
    method: Method,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** Runs a command or query directly as one of the cast, in a transaction of its own. */
  readonly run: <T>(who: PersonaKey, work: (step: Step) => Promise<T>) => Promise<T>;
}

export interface World {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly ownerUrl: string;
  readonly alpha: TestCompany;
  readonly beta: TestCompany;
  /** Lets the chain and all reactions catch up. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Two companies with the same cast over one real database, and the whole server around them. */
export async function testWorld(): Promise<World> {
  const scratch = await testDatabase();
  const database = openDatabase(scratch.appUrl, 60);
  const config = {
    ...loadConfig({
      DATABASE_URL: scratch.ownerUrl,
      DEMO: '0',
      SESSION_SECRET: newToken(),
      DATA_DIR: '/tmp',
    }),
    rateLimit: 0,
  };
  compose(config);
  const log = silentLog();
  const routes = allRoutes();
  const app = await buildServer({
    ...{ config, database, log, routes },
    extend: (server) => serveDoors(server, database),
  });
  const alpha = await openCompany(app, database, 'Alpha');
  const beta = await openCompany(app, database, 'Beta');
  const reactions = slices.flatMap((slice) => slice.reactions ?? []);
  const settle = async () => {
    for (let round = 0; round < 6; round += 1) {
      const linked = await linkAll(database);
      await dispatchAll(database, { reactions, systemStep, log });
      if (linked === 0) return;
    }
  };
  await settle();
  return {
    app,
    database,
    ownerUrl: scratch.ownerUrl,
    alpha,
    beta,
    settle,
    close: async () => {
      await app.close();
      await database.close();
      await scratch.drop();
    },
  };
}

/** Founds the company and its teams; everybody gets a password and a key. */
async function settleIn(database: Database, orgId: string, name: string) {
  const password = await hashPassword('correct horse battery');
  return inTransaction(database, orgId, async (tx, now) => {
    const org = await createOrg(tx, now, { id: orgId, name }, theRegistry());
    const teamIds = new Map<string, { id: string; path: readonly string[] }>();
    for (const { key, under } of teams) {
      const path = [...((under ? teamIds.get(under)?.path : undefined) ?? org.rootTeam.path)];
      teamIds.set(key, await insertTestTeam(tx, orgId, key, path));
    }
    const ids: Record<string, string> = {};
    const tokens: Record<string, string> = {};
    for (const persona of personas) {
      const { key, role, team } = persona;
      const email = `${key}@${name.toLowerCase()}.test`;
      const roleId = org.roleIds[role] ?? '';
      ids[key] = await addPerson(org.step, {
        name: `${name} ${key}`,
        email,
        teamId: teamIds.get(team)?.id,
        roleIds: [roleId],
        passwordHash: password,
      });
      tokens[key] = await openTestKey(tx, {
        orgId,
        userId: ids[key],
        leads: 'leads' in persona ? teamIds.get(persona.leads)?.id : undefined,
        now,
      });
    }
    return { ids: ids as Record<PersonaKey, string>, tokens };
  });
}

async function openCompany(app: FastifyInstance, database: Database, name: string): Promise<TestCompany> {
  const orgId = newId();
  const { ids, tokens } = await settleIn(database, orgId, name);
  return {
    id: orgId,
    ids,
    call: async (who, method, path, body, headers = {}) => {
      const response = await app.inject({
        method,
        url: /^\/(api|hooks|f)\//.test(path) ? path : `/api/v1${path}`,
        headers: {
          ...(who ? { authorization: `Bearer ${tokens[who]}` } : {}),
          ...(method === 'POST' ? { 'idempotency-key': newId() } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = response.payload;
      const isJson = String(response.headers['content-type'] ?? '').includes('json');
      return {
        status: response.statusCode,
        body: isJson && text ? JSON.parse(text) : undefined,
        text,
        headers: response.headers,
      };
    },
    run: (who, work) =>
      inTransaction(database, orgId, async (tx, now) => {
        const actor: Actor | undefined = await loadActor(tx, orgId, ids[who]);
        if (!actor) throw new Error(`${who} is not there`);
        return work({ actor, tx, now, source: 'ui', requestId: null });
      }),
  };
}
