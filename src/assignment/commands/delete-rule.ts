import type { Step } from '#kernel/command.ts';
import type { Input } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { ruleDeleted } from '../events.ts';
import { lockRule, removeRule } from '../store/editing.ts';

/** Takes a rule off the list. Leads that waited for its people stay in their pool; what it has dealt stays written. */
export async function deleteRule(
  { id }: Input<typeof contract.deleteRule>,
  step: Step,
): Promise<Record<string, never>> {
  const { name } = await lockRule(step, id);
  await removeRule(step, id);
  await announce(step, ruleDeleted, { subject: id, data: { name } });
  return {};
}
