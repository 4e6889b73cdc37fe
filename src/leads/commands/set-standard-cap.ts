import { type Step, stale } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract/caps.ts';
import { standardCapChanged } from '../events.ts';
import { loadCapPolicy } from '../store/caps.ts';
import { saveStandard } from '../store/pool-settings.ts';

/** Changes the cap that stands where no rule does, and which leads use up room at all. */
export async function setStandardCap(
  { version, cap, ...toggles }: Input<typeof contract.setStandardCap>,
  step: Step,
): Promise<Output<typeof contract.setStandardCap>> {
  const before = await loadCapPolicy(step);
  const column = {
    excludeConverted: 'exclude_converted',
    excludeInvalid: 'exclude_invalid',
    excludeDealt: 'exclude_dealt',
  } as const;
  const values: Record<string, number | boolean> = cap === undefined ? {} : { private_cap: cap };
  for (const [key, name] of Object.entries(column)) {
    const value = toggles[key as keyof typeof column];
    if (value !== undefined) values[name] = value;
  }
  const saved = await saveStandard(step, version, values);
  if (saved === null) throw stale(before);
  await announce(step, standardCapChanged, {
    subject: step.actor.orgId,
    changes: cap === undefined ? {} : { cap: [before.privateCap, cap] },
    data: values,
  });
  return { version: saved };
}
