import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { recyclingDrafted } from '../events.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { conditionProblems } from '../store/clock-sql.ts';
import { loadPoolNames, lockPolicy, saveDraft as save } from '../store/policy.ts';

/** Writes the rules down without putting them in force. Refuses (422) conditions and pools that there are not. */
export async function saveDraft(
  { draft }: Input<typeof contract.saveDraft>,
  step: Step,
): Promise<Output<typeof contract.saveDraft>> {
  await lockPolicy(step);
  const set = draft as RuleSet;
  const pools = new Set((await loadPoolNames(step)).map(({ id }) => id));
  const problems = set.rules.flatMap(({ condition, poolIds }, index) => [
    ...(condition
      ? conditionProblems(step, condition).map(({ field, code }) => ({
          field: `draft.rules.${index}.condition.${field}`,
          code,
        }))
      : []),
    ...poolIds
      .filter((id) => !pools.has(id))
      .map(() => ({ field: `draft.rules.${index}.poolIds`, code: 'unknown_reference' })),
  ]);
  if (new Set(set.rules.map(({ id }) => id)).size < set.rules.length)
    problems.push({ field: 'draft.rules', code: 'not_valid' });
  if (problems.length > 0) throw badInput(problems);
  await save(step, set);
  await announce(step, recyclingDrafted, { subject: step.actor.orgId, data: {} });
  return {};
}
