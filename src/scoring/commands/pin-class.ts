import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { requireRecord } from '#kernel/records.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { setClass } from '#leads/public.ts';
import type * as contract from '../contract.ts';
import { loadStatus } from '../store/leads-to-grade.ts';

/** Pins a class by hand: rules leave it alone until the pin is taken away. */
export async function pinClass(
  { id, class: to }: Input<typeof contract.pinClass>,
  step: Step,
): Promise<Output<typeof contract.pinClass>> {
  await requireRecord(step, 'leads', id);
  if ((await loadStatus(step, id)) === 'converted') throw new Refusal('rule', 'wrong_state');
  await setClass([{ id, class: to, ruleId: null, byHand: true, why: null }], step);
  return { id };
}
