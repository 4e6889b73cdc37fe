import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { limitProtections } from '#leads/public.ts';
import type * as contract from '../contract.ts';
import { recyclingDrafted } from '../events.ts';

/** Sets how many leads a person may protect, for how long and how often again. */
export async function saveLimits(
  policy: Input<typeof contract.saveLimits>,
  step: Step,
): Promise<Output<typeof contract.saveLimits>> {
  await limitProtections(policy, step);
  await announce(step, recyclingDrafted, { subject: step.actor.orgId, data: {} });
  return policy;
}
