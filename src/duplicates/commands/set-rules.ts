import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { duplicateRulesChanged } from '../events.ts';
import { checkRules } from '../rules/rule-sets.ts';
import { saveRules } from '../store/rule-sets.ts';

/** Sets what one way in does about records that look known. */
export async function setRules(
  input: Input<typeof contract.setRules>,
  step: Step,
): Promise<Output<typeof contract.setRules>> {
  const problem = checkRules(input.rules, input.entry);
  if (problem) throw new Refusal('rule', problem);
  const version = await saveRules(step, input);
  await announce(step, duplicateRulesChanged, {
    subject: step.actor.orgId,
    data: { entry: input.entry, rules: input.rules },
  });
  return { version };
}
