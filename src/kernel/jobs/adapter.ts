import { CompiledQuery } from 'kysely';
import type { Tx } from '../db.ts';

/** Lets pg-boss speak on an open transaction. */
export function txAdapter(tx: Tx) {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values));
      // biome-ignore lint/suspicious/noExplicitAny: the type that pg-boss asks for
      return { rows: rows as any[] };
    },
  };
}
