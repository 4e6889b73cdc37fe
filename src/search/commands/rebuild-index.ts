import type { Step } from '#kernel/command.ts';
import { dropLostDocuments, saveDocuments } from '../store/documents.ts';
import { loadNextSourceRows, presentObjects } from '../store/source-rows.ts';

type Transaction = <T>(work: (step: Step) => Promise<T>) => Promise<T>;

const pieceSize = 1_000;

/**
 * Goes through all records of the organisation and makes every document what it should be; the others stay as
 * they are, so a second run writes nothing. A piece at a time, each in a transaction of its own.
 */
export async function rebuildIndex(transaction: Transaction): Promise<number> {
  let seen = 0;
  for (const one of presentObjects()) {
    for (let after: string | null = null; ; ) {
      const from: string | null = after;
      const rows = await transaction(async (step) => {
        const found = await loadNextSourceRows(step, one, from, pieceSize);
        await saveDocuments(step, one, found);
        return found;
      });
      seen += rows.length;
      after = rows.at(-1)?.id ?? null;
      if (rows.length < pieceSize) break;
    }
    await transaction((step) => dropLostDocuments(step, one, 'all'));
  }
  return seen;
}
