import { sql } from 'kysely';
import type { BulkOperation } from './bulk-contract.ts';
import type { Step } from './command.ts';
import type { Operation } from './contract.ts';
import { refusalOfDuplicate } from './duplicates.ts';
import { objectNamed } from './fields.ts';
import { fillWords, refusalWords } from './http/refusal-words.ts';
import { type Route, serve } from './http.ts';
import { Refusal } from './values/refusal.ts';

interface Outcome {
  id: string;
  ok: boolean;
  version?: number;
  code?: string;
  title?: string;
}

type One = (input: never, step: Step) => Promise<{ version: number }>;

/**
 * Runs a single-row command for many ids in one transaction, each behind a savepoint, in id order so that two
 * bulk runs never wait for each other in a circle. Commands that take a version get the present one.
 */
export function serveBulk(bulk: BulkOperation, single: Operation, run: One): Route {
  return serve(bulk, async (input, step) => {
    const { ids, ...rest } = input as { ids: string[] } & Record<string, unknown>;
    const versions = 'version' in single.input.shape ? await presentVersions(single, ids, step) : null;
    const results: Outcome[] = [];
    for (const id of [...new Set(ids)].sort()) {
      const version = versions?.get(id);
      const one = { ...rest, id, ...(versions ? { version: version ?? 1 } : {}) };
      results.push(await runOne(single, run, one, step));
    }
    const done = results.filter((result) => result.ok).length;
    return { done, failed: results.length - done, results };
  });
}

async function presentVersions(
  single: Operation,
  ids: readonly string[],
  step: Step,
): Promise<Map<string, number>> {
  const definition = objectNamed(single.object ?? '');
  if (!definition) throw new Error(`${single.id} names no object`);
  const found = await sql<{ id: string; version: number }>`
    select id, version from ${sql.table(definition.table)}
    where org_id = ${step.actor.orgId}::uuid
      and id = any(${ids}::uuid[])`.execute(step.tx);
  return new Map(found.rows.map((row) => [row.id, row.version]));
}

async function runOne(single: Operation, run: One, input: { id: string }, step: Step): Promise<Outcome> {
  await sql`savepoint one_row`.execute(step.tx);
  try {
    const { version } = await run(input as never, step);
    await sql`release savepoint one_row`.execute(step.tx);
    return { id: input.id, ok: true, version };
  } catch (error) {
    await sql`rollback to savepoint one_row`.execute(step.tx);
    const refusal = error instanceof Refusal ? error : refusalOfDuplicate(error);
    if (!refusal) throw error;
    const language = step.actor.locale.startsWith('en') ? 'en' : 'zh';
    const words = single.refusals[refusal.code] ?? refusalWords[refusal.code];
    return {
      id: input.id,
      ok: false,
      code: refusal.code,
      title: words ? fillWords(words[language], refusal.detail) : refusal.code,
    };
  }
}
