import { loadActor } from '#identity/public.ts';
import { may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';

/**
 * The step as the person for whom a job works, with his rights of this moment; null when he has left or may no
 * longer import.
 */
export async function asImporter(step: Step, userId: string): Promise<Step | null> {
  const actor = await loadActor(step.tx, step.actor.orgId, userId);
  if (!actor || !may(actor, 'transfer.import')) return null;
  return { ...step, actor, source: 'import' };
}
