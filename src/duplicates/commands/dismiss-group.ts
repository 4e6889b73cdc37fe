import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { groupDismissed } from '../events.ts';
import { loadGroup, saveGroupStatus } from '../store/groups.ts';

/** Says that a group is no duplicates, or that it is after all. Later scans remember it while its members stay. */
export async function dismissGroup(
  { id, version, dismissed }: Input<typeof contract.dismissGroup>,
  step: Step,
): Promise<Output<typeof contract.dismissGroup>> {
  const group = await loadGroup(step, id);
  if (group.status === 'merged') throw new Refusal('rule', 'already_merged');
  const next = await saveGroupStatus(step, { id, version }, dismissed ? 'dismissed' : 'open');
  await announce(step, groupDismissed, { subject: id, data: { dismissed } });
  return { id, version: next };
}
