import { rightsFor } from '#kernel/access.ts';
import { type Step, stale } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { ruleSaved } from '../events.ts';
import { ruleProblems } from '../rules/checking-rules.ts';
import { lockRule, requireNamed, saveRule } from '../store/editing.ts';
import { leadDefinition } from '../store/lead-values.ts';
import { loadRules } from '../store/rules.ts';

/** Changes a rule; people who stay in it keep their place in the turns. */
export async function updateRule(
  { id, version, ...draft }: Input<typeof contract.updateRule>,
  step: Step,
): Promise<Output<typeof contract.updateRule>> {
  const definition = leadDefinition(step);
  const before = await lockRule(step, id);
  const problems = ruleProblems(draft, definition, rightsFor(step.actor, definition));
  if (problems.length > 0) throw badInput(problems);
  if (before.version !== version) throw stale((await loadRules(step)).find((rule) => rule.id === id));
  await requireNamed(step, draft);

  const saved = await saveRule(step, id, draft);
  await announce(step, ruleSaved, { subject: id, data: { name: draft.name } });
  return { id, version: saved };
}
