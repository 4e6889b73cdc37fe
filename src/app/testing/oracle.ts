import { sql } from 'kysely';
import { expect } from 'vitest';
import { inTransaction } from '#kernel/db.ts';
import { slices } from '../slices.ts';
import type { World } from './world.ts';

/** Runs the invariants of every slice on both companies: what `yingdan check` would find. */
export async function expectNoOffenders({
  database,
  alpha,
  beta,
}: Pick<World, 'database' | 'alpha' | 'beta'>): Promise<void> {
  const found: string[] = [];
  for (const company of [alpha, beta])
    await inTransaction(
      database,
      company.id,
      async (tx) => {
        for (const check of slices.flatMap((slice) => slice.checks ?? [])) {
          const { rows } = await sql<{ id: string; why: string }>`${check.offenders} limit 3`.execute(tx);
          found.push(...rows.map((row) => `${check.id} ${check.says}: ${row.id} ${row.why}`));
        }
      },
      'read',
    );
  expect(found).toEqual([]);
}
