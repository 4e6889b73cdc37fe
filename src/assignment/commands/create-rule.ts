import { rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { ruleCreated } from '../events.ts';
import { ruleProblems } from '../rules/checking-rules.ts';
import { insertRule, lockRuleList, requireNamed } from '../store/editing.ts';
import { leadDefinition } from '../store/lead-values.ts';

/** Adds a rule at the end of the list. */
export async function createRule(
  draft: Input<typeof contract.createRule>,
  step: Step,
): Promise<Output<typeof contract.createRule>> {
  const definition = leadDefinition(step);
  const problems = ruleProblems(draft, definition, rightsFor(step.actor, definition));
  if (problems.length > 0) throw badInput(problems);
  await requireNamed(step, draft);
  await lockRuleList(step);

  const id = newId();
  await insertRule(step, id, draft);
  await announce(step, ruleCreated, { subject: id, data: { name: draft.name } });
  return { id, version: 1 };
}
