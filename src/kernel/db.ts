import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
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

/** Opens the pool. `url` must name the app's role, never the owner: row-level security does not bind owners. */
export function openDatabase(url: string, size = 20): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types: types as pg.CustomTypesConfig,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 60_000,
  });
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for one that breaks in somebody's hands: his statement fails and says so, and that is enough.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const database: Database = { pool, onCommit: () => undefined, close: () => pool.end() };
  return database;
}

class BoundConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase;
  constructor(client: pg.ClientBase) {
    this.#client = client;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.#client.query(query.sql, query.parameters as unknown[]);
    return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
  }
  // biome-ignore lint/correctness/useYield: streams are read by cursors of their own, never through here
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('not used');
  }
}

/** Wraps one client as kysely: every statement of `tx` runs on that connection. */
export function bindClient(client: pg.ClientBase): Tx {
  const connection = new BoundConnection(client);
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
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

/** Deadlock and serialisation failures: the whole unit may simply be tried again. */
const retryable = new Set(['40001', '40P01']);
const attemptsAtMost = 3;

/**
 * Runs `work` in one transaction with the organisation set for row-level security, and gives it the
 * database's own time. Commits when it resolves, rolls back when it throws. Deadlocks are retried as a whole.
 */
export async function inTransaction<T>(
  database: Database,
  orgId: string | null,
  work: (tx: Tx, now: Date) => Promise<T>,
  mode: 'write' | 'read' = 'write',
): Promise<T> {
  if (orgId !== null && !isId(orgId)) throw new Error('an organisation id is a UUID');
  for (let attempt = 1; ; attempt += 1) {
    const client = await database.pool.connect();
    let broken: Error | undefined;
    try {
      // One round trip: open, set the wall, read the clock. Works behind a transaction-mode pooler.
      const opened = (await client.query(
        `begin ${mode === 'read' ? 'read only' : ''}; select set_config('app.org_id', '${orgId ?? ''}', true), now() as now`,
      )) as unknown as pg.QueryResult<{ now: Date }>[];
      const now = opened[1]?.rows[0]?.now ?? new Date();
      const tx = bindClient(client);
      const result = await work(tx, clock.shift(now));
      await client.query('commit');
      if (mode === 'write') afterCommit(database, tx);
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
