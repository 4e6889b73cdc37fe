import { rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { rulesSaved } from '../events.ts';
import { ruleListProblems } from '../rules/rule-checks.ts';
import { leadDefinition, loadScorePlan, saveSet } from '../store/rule-sets.ts';

/** Saves points and decay as a whole; every lead is scored anew in the background. */
export async function saveScorePlan(
  { version, plan }: Input<typeof contract.saveScorePlan>,
  step: Step,
): Promise<Output<typeof contract.saveScorePlan>> {
  const definition = leadDefinition(step);
  const problems = ruleListProblems(plan.fit, 'score', definition, rightsFor(step.actor, definition));
  if (problems.length > 0) throw badInput(problems);
  const before = await loadScorePlan(step, true);
  const next = { ...plan, fit: plan.fit.map(({ id, ...rule }) => ({ id: id ?? newId(), ...rule })) };
  const saved = await saveSet(step, 'score', version, next);
  await announce(step, rulesSaved, {
    subject: step.actor.orgId,
    changes: { scorePlan: [before.rules, next] },
    data: { kind: 'score', rules: next.fit.length + next.touches.length },
  });
  return { version: saved };
}
