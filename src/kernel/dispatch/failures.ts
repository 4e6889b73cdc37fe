import { sql } from 'kysely';
import type { Tx } from '../db.ts';

/** After this many tries a fact is set aside, and an admin may run it again. */
export const attemptsAtMost = 8;

/** Growing pauses, ¼ s to 16 s: half a minute in all, which outlasts a restart of what the reaction needs. */
export function pauseAfter(attempts: number): number {
  return 250 * 2 ** (attempts - 1);
}

export interface Failure {
  readonly attempts: number;
  readonly dead: boolean;
  /** When it is tried again. */
  readonly due: Date;
}

/** The first failure among these facts that still waits for its next try. */
export async function waitingFailure(
  tx: Tx,
  orgId: string,
  reaction: string,
  positions: readonly number[],
): Promise<Failure | null> {
  const { rows } = await sql<{ attempts: number; waited: number }>`
    select attempts, extract(epoch from now() - at)::float8 * 1000 as waited from reaction_failures
    where org_id = ${orgId}::uuid and reaction = ${reaction} and position = any(${positions}::bigint[]) and not dead
    order by position limit 1`.execute(tx);
  const row = rows[0];
  return row
    ? { attempts: row.attempts, dead: false, due: dueIn(pauseAfter(row.attempts) - row.waited) }
    : null;
}

/** Counts one more failure; the last one sets the fact aside. */
export async function noteFailure(
  tx: Tx,
  orgId: string,
  reaction: string,
  position: number,
  error: unknown,
): Promise<Failure> {
  const words = (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 4_000);
  const { rows } = await sql<{ attempts: number; dead: boolean }>`
    insert into reaction_failures as f (org_id, reaction, position, attempts, error, at, dead)
    values (${orgId}::uuid, ${reaction}, ${position}, 1, ${words}, now(), false)
    on conflict (org_id, reaction, position) do update set
      attempts = f.attempts + 1, error = excluded.error, at = excluded.at,
      dead = f.attempts + 1 >= ${attemptsAtMost}
    returning attempts, dead`.execute(tx);
  const row = rows[0] ?? { attempts: 1, dead: false };
  return { attempts: row.attempts, dead: row.dead, due: dueIn(pauseAfter(row.attempts)) };
}

/** Forgets a failure: the fact has been heard after all. */
export async function clearFailure(tx: Tx, orgId: string, reaction: string, position: number): Promise<void> {
  await sql`
    delete from reaction_failures
    where org_id = ${orgId}::uuid and reaction = ${reaction} and position = ${position}`.execute(tx);
}

/** Takes a fact that was set aside out again; false when there is none, so that two cannot both run it. */
export async function takeDead(tx: Tx, orgId: string, reaction: string, position: number): Promise<boolean> {
  const { rows } = await sql`
    delete from reaction_failures
    where org_id = ${orgId}::uuid and reaction = ${reaction} and position = ${position} and dead returning 1`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Reckoned from this machine's clock: the database's may differ. */
function dueIn(milliseconds: number): Date {
  return new Date(Date.now() + milliseconds);
}
