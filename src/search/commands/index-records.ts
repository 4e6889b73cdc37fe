import type { Step } from '#kernel/command.ts';
import type { Fact } from '#kernel/outbox.ts';
import { indexedObjects } from '../model.ts';
import { dropLostDocuments, saveDocuments } from '../store/documents.ts';
import { loadSourceRows, presentObjects } from '../store/source-rows.ts';

/** Whether facts about this object can change what search finds. */
export function isIndexed(object: string): boolean {
  return indexedObjects.some((one) => one.object === object);
}

/**
 * Brings the documents of everything these facts are about up to date. The records are read afresh, so neither
 * the order of the facts nor hearing one twice matters; an account brings along what belongs to it.
 */
export async function indexRecords(facts: readonly Fact[], step: Step): Promise<void> {
  const ids = [...new Set(facts.flatMap((fact) => [fact.subjectId, ...fact.about]))];
  for (const one of presentObjects()) {
    await saveDocuments(step, one, await loadSourceRows(step, one, ids));
    await dropLostDocuments(step, one, ids);
  }
}
