import type { Step } from '#kernel/command.ts';
import type { Input } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { settingsChanged } from '../events.ts';
import { lockRuleList, saveOrder } from '../store/editing.ts';

/** Puts all rules into another order: the first that holds decides. */
export async function orderRules(
  { ids }: Input<typeof contract.orderRules>,
  step: Step,
): Promise<Record<string, never>> {
  const present = (await lockRuleList(step)).map((rule) => rule.id);
  const named = new Set(ids);
  if (named.size !== ids.length || named.size !== present.length || present.some((id) => !named.has(id)))
    throw new Refusal('rule', 'rules_changed');
  await saveOrder(step, ids);
  await announce(step, settingsChanged, { subject: step.actor.orgId, data: {} });
  return {};
}
