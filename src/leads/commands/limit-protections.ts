import type { Step } from '#kernel/command.ts';
import { type ProtectionPolicy, saveProtectionPolicy } from '../store/recycling.ts';

/** Sets how many leads a person may protect, for how long, and how often again. What is protected stays so. */
export function limitProtections(policy: ProtectionPolicy, step: Step): Promise<void> {
  return saveProtectionPolicy(step, policy);
}
