import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { RuleSet } from './rule-set.ts';

/**
 * Decides whether a draft may be put in force: it has rules, whoever asks has seen what they would do, and the last
 * change has come through (after a pause, what was left on each clock must be known first).
 */
export function decideEnabling(
  policy: { readonly draft: RuleSet; readonly version: number; readonly clocked: number },
  seen: boolean,
): Decision<true, 'no_rules' | 'not_simulated' | 'still_settling'> {
  if (policy.draft.rules.length === 0) return no('no_rules');
  if (!seen) return no('not_simulated');
  if (policy.clocked !== policy.version && policy.version > 1) return no('still_settling');
  return yes(true);
}
