import { rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { rulesSaved } from '../events.ts';
import { ruleListProblems } from '../rules/rule-checks.ts';
import { leadDefinition, loadClassRules, saveSet } from '../store/rule-sets.ts';

/** Saves the ordered class rules as a whole; every lead is classed anew in the background. */
export async function saveClassRules(
  { version, rules }: Input<typeof contract.saveClassRules>,
  step: Step,
): Promise<Output<typeof contract.saveClassRules>> {
  const definition = leadDefinition(step);
  const problems = ruleListProblems(rules, 'class', definition, rightsFor(step.actor, definition));
  if (problems.length > 0) throw badInput(problems);
  const before = await loadClassRules(step, true);
  const next = rules.map(({ id, ...rule }) => ({ id: id ?? newId(), ...rule }));
  const saved = await saveSet(step, 'class', version, next);
  await announce(step, rulesSaved, {
    subject: step.actor.orgId,
    changes: { classRules: [before.rules, next] },
    data: { kind: 'class', rules: next.length },
  });
  return { version: saved };
}
