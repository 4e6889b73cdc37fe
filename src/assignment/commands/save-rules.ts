import { rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput, Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { ruleCreated, ruleDeleted, ruleSaved } from '../events.ts';
import { ruleProblems } from '../rules/checking-rules.ts';
import { isSameRule } from '../rules/same-rule.ts';
import { insertRule, lockRuleList, removeRule, requireNamed, saveOrder, saveRule } from '../store/editing.ts';
import { leadDefinition } from '../store/lead-values.ts';
import { loadRules } from '../store/rules.ts';

/**
 * Puts a whole list into force at once, as it was tried: rules that are new, changed, gone, and their order. Refused
 * when somebody changed a rule since `known` was read.
 */
export async function saveRules(
  { known, rules }: Input<typeof contract.saveRules>,
  step: Step,
): Promise<Record<string, never>> {
  const definition = leadDefinition(step);
  const rights = rightsFor(step.actor, definition);
  const problems = rules.flatMap((rule, index) =>
    ruleProblems(rule, definition, rights).map((one) => ({ ...one, field: `rules.${index}.${one.field}` })),
  );
  if (problems.length > 0) throw badInput(problems);
  const present = await lockRuleList(step);
  const versions = new Map(known.map(({ id, version }) => [id, version]));
  const same =
    present.length === versions.size && present.every(({ id, version }) => versions.get(id) === version);
  const named = rules.flatMap(({ id }) => id ?? []);
  if (!same || new Set(named).size < named.length || named.some((id) => !versions.has(id)))
    throw new Refusal('rule', 'rules_changed');

  const before = new Map((await loadRules(step)).map((rule) => [rule.id, rule]));
  for (const [id, { name }] of before) {
    if (named.includes(id)) continue;
    await removeRule(step, id);
    await announce(step, ruleDeleted, { subject: id, data: { name } });
  }
  const order: string[] = [];
  for (const { id: old, ...rule } of rules) {
    const id = old ?? newId();
    order.push(id);
    const was = before.get(id);
    if (was && isSameRule(was, rule)) continue;
    await requireNamed(step, rule);
    if (was) await saveRule(step, id, rule);
    else await insertRule(step, id, rule);
    await announce(step, was ? ruleSaved : ruleCreated, { subject: id, data: { name: rule.name } });
  }
  await saveOrder(step, order);
  return {};
}
