import type { Step } from '#kernel/command.ts';
import { holdVisibleAccount } from '../store/accounts.ts';

/**
 * An account that something is about to be added to: 404 unless the actor sees it, and nobody can remove it
 * before the step ends.
 */
export async function holdAccount(
  id: string,
  step: Step,
): Promise<{ id: string; name: string; ownerId: string }> {
  const { name, ownerId } = await holdVisibleAccount(step, id);
  return { id, name, ownerId };
}
