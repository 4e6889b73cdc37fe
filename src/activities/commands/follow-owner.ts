import type { Step } from '#kernel/command.ts';
import { savePlanOwner } from '../store/plans.ts';

/** A record went to somebody else: what is planned for it is now on his list; without an owner it is dropped. */
export async function followOwner(
  { subjectId, ownerId }: { subjectId: string; ownerId: string | null },
  step: Step,
): Promise<void> {
  await savePlanOwner(step, subjectId, ownerId);
}
