import type { Writable } from 'node:stream';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
} from 'kysely';
import pg from 'pg';
import type { DB } from '../../db/tables.ts';
import { isId } from './values/id.ts';

/** A transaction inside one organisation. Commands and queries receive it and cannot reach the pool. */
export type Tx = Kysely<DB>;

/** The one connection pool of a server process, as the app's own role. */
export interface Database {
  readonly pool: pg.Pool;
  /** Called after every commit that may have announced something. */
  onCommit: () => void;
  /** How far the database's clock is ahead of this process's, in ms, as last heard; null before the first answer. */
  clockAhead: number | null;
  close(): Promise<void>;
}

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === 1082) return (text: string) => text; // date stays YYYY-MM-DD: a day has no zone
      if (oid === 20) return Number; // counts and positions stay far below 2^53
    }
    return pg.types.getTypeParser(oid, format ?? 'text');
  },
};

const instant = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

/** An instant as answers tell it, straight from PostgreSQL's text: a page has hundreds, and a Date each is dear. */
function instantAsTold(text: string): string {
  const found = instant.exec(text);
  if (!found) return new Date(pg.types.getTypeParser(1184)(text) as Date).toISOString();
  return `${found[1]}T${found[2]}.${(found[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
}

const toldTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === 1184 && format !== 'binary' ? instantAsTold : types.getTypeParser(oid, format),
};

/** Rows on their way out: like `execute`, but instants are ISO text already. */
export async function rowsAsTold(tx: Tx, statement: RawBuilder<unknown>): Promise<Record<string, unknown>[]> {
  const client = clients.get(tx);
  if (!client) throw new Error('not a transaction of ours');
  const { sql: text, parameters } = statement.compile(tx);
  const result = await client.query({
    text,
    values: parameters as unknown[],
    types: toldTypes as pg.CustomTypesConfig,
  });
  return result.rows;
}

interface Repeated {
  times: number;
  name: string | undefined;
}

/** Statements by their text. Each connection keeps every prepared one, so they must be few. */
const repeated = new Map<string, Repeated>();
const repeatedAtMost = 2_000;
const preparedAtMost = 200;
let prepared = 0;

/** The name a statement is prepared under, once it has come a few times. */
function preparedName(text: string, timesBefore: number): string | undefined {
  let known = repeated.get(text);
  if (!known) {
    if (repeated.size >= repeatedAtMost) return undefined;
    known = { times: 0, name: undefined };
    repeated.set(text, known);
  }
  known.times += 1;
  if (!known.name && known.times > timesBefore && prepared < preparedAtMost) {
    prepared += 1;
    known.name = `prepared_${prepared}`;
  }
  return known.name;
}

/** Rows of a large statement of few shapes: planned once per connection, not with every request. */
export async function rowsPrepared<R>(tx: Tx, statement: RawBuilder<unknown>): Promise<R[]> {
  const client = clients.get(tx);
  if (!client) throw new Error('not a transaction of ours');
  const { sql: text, parameters } = statement.compile(tx);
  const values = parameters as unknown[];
  const name = preparedName(text, 0);
  const result = await client.query(name ? { name, text, values } : { text, values });
  return result.rows as R[];
}

/** Opens the pool. `url` must name the app's role, never the owner: row-level security does not bind owners. */
export function openDatabase(url: string, size = 20): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types: types as pg.CustomTypesConfig,
    // Statements go out without waiting for the answer to the one before: an opening costs no round trip of its own.
    pipeline: true,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 60_000,
  });
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for one that breaks in somebody's hands: his statement fails and says so, and that is enough.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const database: Database = { pool, onCommit: () => undefined, clockAhead: null, close: () => pool.end() };
  return database;
}

class BoundConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase;
  readonly #prepares: boolean;
  constructor(client: pg.ClientBase, prepares: boolean) {
    this.#client = client;
    this.#prepares = prepares;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { sql: text } = query;
    const values = query.parameters as unknown[];
    const name = this.#prepares ? preparedName(text, 3) : undefined;
    const result = await this.#client.query(name ? { name, text, values } : { text, values });
    return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
  }
  // biome-ignore lint/correctness/useYield: streams are read by cursors of their own, never through here
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('not used');
  }
}

const clients = new WeakMap<Tx, pg.ClientBase>();

/**
 * Wraps one client as kysely: every statement of `tx` runs on that connection. Commands prepare what they repeat: they
 * lock and save by key, where one plan is as good as another; lists are planned for their values.
 */
export function bindClient(client: pg.ClientBase, mode: 'write' | 'read' = 'read'): Tx {
  const connection = new BoundConnection(client, mode === 'write');
  const nothing = async () => undefined;
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => connection,
    releaseConnection: nothing,
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    destroy: nothing,
  };
  const tx = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  clients.set(tx, client);
  return tx;
}

/** Deadlock and serialisation failures: the whole unit may simply be tried again. */
const retryable = new Set(['40001', '40P01']);
const attemptsAtMost = 3;

/** What is asked along with the opening of a transaction: nothing it finds is told unless the answer is right. */
export interface Gate {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
  admits(rows: readonly unknown[]): boolean;
  /** Set once it has admitted. */
  passed: boolean;
}

/** The gate did not admit: whatever was read behind it is forgotten. */
export class GateShut extends Error {}

/**
 * Runs `work` in one transaction with the organisation set for row-level security, and gives it the
 * database's own time. Commits when it resolves, rolls back when it throws. Deadlocks are retried as a whole.
 * Reads begin before the opening is answered: opening, gate and first statement travel together.
 */
export async function inTransaction<T>(
  database: Database,
  orgId: string | null,
  work: (tx: Tx, now: Date) => Promise<T>,
  mode: 'write' | 'read' = 'write',
  gate: Gate | null = null,
): Promise<T> {
  if (orgId !== null && !isId(orgId)) throw new Error('an organisation id is a UUID');
  for (let attempt = 1; ; attempt += 1) {
    const client = await database.pool.connect();
    let broken: Error | undefined;
    try {
      const opened = openTransaction(database, client, orgId, mode, gate);
      const tx = bindClient(client, mode);
      if (mode === 'read') {
        const result = await readBehind(opened, database, (now) => work(tx, now));
        // Nothing was written: the answer need not wait for the end of the transaction.
        client.query('commit').catch(() => undefined);
        return result;
      }
      const result = await work(tx, clock.shift(await opened));
      await client.query('commit');
      afterCommit(database, tx);
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
      const code = (error as { code?: string }).code;
      if (attempt < attemptsAtMost && code !== undefined && retryable.has(code)) continue;
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

/** Opens the transaction, sets the wall, reads the clock, asks at the gate: sent as one, with what follows at once. */
async function openTransaction(
  database: Database,
  client: pg.ClientBase,
  orgId: string | null,
  mode: 'write' | 'read',
  gate: Gate | null,
): Promise<Date> {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  // Text, not parameters: works behind a transaction-mode pooler.
  const opening = client.query(
    `begin ${mode === 'read' ? 'read only' : ''}; select set_config('app.org_id', '${orgId ?? ''}', true), now() as now`,
  ) as unknown as Promise<pg.QueryResult<{ now: Date }>[]>;
  const asked = gate && client.query({ name: gate.name, text: gate.text, values: gate.values });
  const [opened, answer] = await Promise.all([opening, asked]);
  const now = opened[1]?.rows[0]?.now ?? new Date();
  database.clockAhead = now.getTime() - Date.now();
  if (gate) {
    if (!gate.admits(answer?.rows ?? [])) throw new GateShut();
    gate.passed = true;
  }
  return now;
}

/** Reads without waiting for the opening, by the clock last heard; what it found counts only if the opening was well. */
async function readBehind<T>(
  opened: Promise<Date>,
  database: Database,
  work: (now: Date) => Promise<T>,
): Promise<T> {
  opened.catch(() => undefined);
  const now = database.clockAhead === null ? await opened : new Date(Date.now() + database.clockAhead);
  try {
    return await work(clock.shift(now));
  } finally {
    await opened;
  }
}

const waiting = new WeakMap<Tx, (() => void)[]>();

/** Remembers something to do in this process once the transaction has committed; dropped on rollback. */
export function whenCommitted(tx: Tx, action: () => void): void {
  const actions = waiting.get(tx);
  if (actions) actions.push(action);
  else waiting.set(tx, [action]);
}

function afterCommit(database: Database, tx: Tx): void {
  for (const action of waiting.get(tx) ?? []) action();
  database.onCommit();
}

/** Tests move the clock here; nothing else does. */
export const clock = {
  offset: 0,
  shift(now: Date): Date {
    return this.offset === 0 ? now : new Date(now.getTime() + this.offset);
  },
};
