import { sql } from 'kysely';
import type { Step } from '../command.ts';
import { Refusal } from '../values/refusal.ts';

interface Attempt {
  readonly operation: string;
  readonly key: string;
  readonly hash: Buffer;
  readonly status: number;
}

/**
 * Runs the effect once per caller, operation and key, in the effect's own transaction; a repeat gets the first answer.
 * Refuses (422) another body under the same key, and (409) a key whose first request is still running.
 */
export async function replayOrRun<T>(step: Step, attempt: Attempt, run: () => Promise<T>): Promise<T> {
  const { tx, actor } = step;
  const lockName = `${actor.orgId}/${actor.id}/${attempt.operation}/${attempt.key}`;
  const found = await sql<{ locked: boolean; hash: Buffer | null; response: T }>`
    select pg_try_advisory_xact_lock(hashtextextended(${lockName}, 0)) as locked, k.request_hash as hash, k.response
    from (select 1) as one
    left join idempotency_keys k on k.org_id = ${actor.orgId}::uuid and k.actor_id = ${actor.id}::uuid
      and k.operation = ${attempt.operation} and k.key = ${attempt.key}`.execute(tx);
  const row = found.rows[0];
  if (row?.hash) {
    if (!row.hash.equals(attempt.hash))
      throw new Refusal('input', 'key_used_for_another_request', {
        errors: [{ field: 'Idempotency-Key', code: 'key_used_for_another_request' }],
      });
    return row.response;
  }
  if (!row?.locked) throw new Refusal('rule', 'request_in_flight');
  // The lock may have been free because the first request committed between our snapshot and the lock.
  const again = await sql<{ hash: Buffer; response: T }>`
    select request_hash as hash, response from idempotency_keys
    where org_id = ${actor.orgId}::uuid and actor_id = ${actor.id}::uuid
      and operation = ${attempt.operation} and key = ${attempt.key}`.execute(tx);
  const first = again.rows[0];
  if (first) {
    if (!first.hash.equals(attempt.hash)) throw new Refusal('input', 'key_used_for_another_request');
    return first.response;
  }
  const response = await run();
  await sql`
    insert into idempotency_keys (org_id, actor_id, operation, key, request_hash, status, response, created_at)
    values (${actor.orgId}::uuid, ${actor.id}::uuid, ${attempt.operation}, ${attempt.key}, ${attempt.hash},
      ${attempt.status}, ${JSON.stringify(response ?? {})}::jsonb, ${step.now}::timestamptz)`.execute(tx);
  return response;
}
