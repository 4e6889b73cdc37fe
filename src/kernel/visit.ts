import { inTransaction, type Tx } from './db.ts';
import type { RawContext } from './http.ts';

/**
 * Somebody who is not signed in, or whose command must do slow work (password hashing) between two
 * transactions instead of holding a connection meanwhile.
 */
export interface Visit {
  /** The socket's address; a forwarded one only behind a trusted proxy. */
  readonly ip: string;
  readonly agent: string | null;
  readonly requestId: string;
  readonly transaction: <T>(orgId: string | null, work: (tx: Tx, now: Date) => Promise<T>) => Promise<T>;
}

/** The visit behind a raw route. */
export function visitOf({ request, database }: RawContext): Visit {
  return {
    ip: request.ip,
    agent: request.headers['user-agent']?.slice(0, 300) ?? null,
    requestId: request.id,
    transaction: (orgId, work) => inTransaction(database, orgId, work),
  };
}
