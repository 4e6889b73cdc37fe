import type { Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { viewHandedOver } from '../events.ts';
import { lockSharedViews, saveView } from '../store/views.ts';

/** Colleagues work with the shared views of somebody who leaves: they go to his successor, his own stay his. */
export async function handOverViews({ from, to }: { from: string; to: string }, step: Step): Promise<void> {
  for (const view of await lockSharedViews(step, from)) {
    await saveView(step, { ...view, ownerId: to });
    const { listId, name } = view;
    await announce(step, viewHandedOver, { subject: view.id, data: { listId, name, from, to } });
  }
}
