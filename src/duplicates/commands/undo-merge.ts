import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { visibleRecords } from '#kernel/records.ts';
import { notFound, Refusal } from '#kernel/values/refusal.ts';
import { unmergeLeads } from '#leads/public.ts';
import type * as contract from '../contract.ts';
import { reopenGroups } from '../store/groups.ts';
import { mergeParts } from '../store/merge-parts.ts';
import { lockMerge, saveUndone } from '../store/merges.ts';

/** Takes a merge of the last thirty days back: the leads stand side by side again, each with what was its own. */
export async function undoMerge(
  { id }: Input<typeof contract.undoMerge>,
  step: Step,
): Promise<Output<typeof contract.undoMerge>> {
  const merge = await lockMerge(step, id);
  const { winnerId, loserIds } = merge;
  if (!(await visibleRecords(step, 'leads', [winnerId])).has(winnerId)) throw notFound();
  if (merge.undoneAt) throw new Refusal('rule', 'undone_already');
  if (step.now > merge.undoUntil) throw new Refusal('rule', 'too_late');

  const { version } = await unmergeLeads({ mergeId: id, winnerId, loserIds, ...merge.before }, step);
  for (const part of mergeParts()) {
    const rows = merge.moved[part.key];
    if (rows) await part.moveBack(rows, winnerId, step);
  }
  await saveUndone(step, id);
  await reopenGroups(step, [winnerId, ...loserIds]);
  return { id, winnerId, version };
}
