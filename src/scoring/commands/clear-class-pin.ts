import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { requireRecord } from '#kernel/records.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { setClass } from '#leads/public.ts';
import type * as contract from '../contract.ts';
import { loadHit, loadStatus } from '../store/leads-to-grade.ts';
import { leadDefinition, loadClassRules, readable } from '../store/rule-sets.ts';

/** Takes the pin away: the rules say the class again, at once. */
export async function clearClassPin(
  { id }: Input<typeof contract.clearClassPin>,
  step: Step,
): Promise<Output<typeof contract.clearClassPin>> {
  await requireRecord(step, 'leads', id);
  if ((await loadStatus(step, id)) === 'converted') throw new Refusal('rule', 'wrong_state');
  const { rules } = await loadClassRules(step);
  const classRules = readable(rules, leadDefinition(step));
  const hit = await loadHit(step, classRules, id);
  const rule = hit === null ? undefined : classRules[hit];
  await setClass(
    [{ id, class: rule?.class ?? null, ruleId: rule?.id ?? null, byHand: true, why: null }],
    step,
  );
  return { id };
}
