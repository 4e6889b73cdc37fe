import type { Step } from '#kernel/command.ts';
import type { Fact } from '#kernel/outbox.ts';
import { duplicateObjects } from '../model.ts';
import { loadAppearances, saveTraits } from '../store/traits.ts';

/** Whether facts about this object can change how its records are compared. */
export function isCompared(object: string): boolean {
  return duplicateObjects.some((one) => one === object);
}

/** Reads the records that facts are about once more, so that look-ups find them as they are. */
export async function keepTraits(facts: readonly Fact[], step: Step): Promise<void> {
  const ids = [...new Set(facts.flatMap((fact) => [fact.subjectId, ...fact.about]))];
  for (const object of duplicateObjects)
    await saveTraits(step, object, await loadAppearances(step, object, ids));
}
