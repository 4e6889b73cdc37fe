import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { viewDeleted, viewRestored } from '../events.ts';
import { lockOwnView, saveView } from '../store/views.ts';

/** Moves a view of one's own to the bin; those it was shared with lose it too. */
export async function deleteView(
  { id }: Input<typeof contract.deleteView>,
  step: Step,
): Promise<Output<typeof contract.deleteView>> {
  const view = await lockOwnView(step, id);
  const version = await saveView(step, view, step.now);
  await announce(step, viewDeleted, { subject: id, data: { listId: view.listId, name: view.name } });
  return { id, version };
}

/** Takes a view out of the bin, shared as it was. */
export async function restoreView(
  { id }: Input<typeof contract.restoreView>,
  step: Step,
): Promise<Output<typeof contract.restoreView>> {
  const view = await lockOwnView(step, id, 'bin');
  const version = await saveView(step, view);
  await announce(step, viewRestored, { subject: id, data: { listId: view.listId, name: view.name } });
  return { id, version };
}
