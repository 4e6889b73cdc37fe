import type { Step } from '#kernel/command.ts';
import { loadHoldings, lockRooms } from '../store/caps.ts';

export interface CapFor {
  readonly held: number;
  readonly cap: number;
  readonly rule: { readonly id: string; readonly label: string } | null;
}

/**
 * How many leads these people hold and may hold, and which rule says so. With `lock` nobody else gives them anything
 * before the step ends: what was free when it was dealt is free when it is given.
 */
export async function capFor(
  userIds: readonly string[],
  step: Step,
  { lock = false }: { lock?: boolean } = {},
): Promise<Map<string, CapFor>> {
  const people = [...new Set(userIds)];
  const holdings = await (lock ? lockRooms(step, people) : loadHoldings(step, people));
  return new Map(
    [...holdings].map(([id, { held, cap, rule }]) => [
      id,
      { held, cap, rule: rule ? { id: rule.id, label: rule.label } : null },
    ]),
  );
}
