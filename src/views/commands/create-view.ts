import { requirePermission } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput, Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { viewCreated } from '../events.ts';
import { viewsAtMost } from '../model.ts';
import { viewProblems } from '../rules/keeping.ts';
import { requireReadableList } from '../store/readable-list.ts';
import { insertView, lockKeptViews } from '../store/views.ts';

/** Keeps a way to look at a list, for oneself or for everybody. */
export async function createView(
  view: Input<typeof contract.createView>,
  step: Step,
): Promise<Output<typeof contract.createView>> {
  // Sharing puts a view on everybody's screen, so it has a right of its own.
  if (view.shared) requirePermission(step.actor, 'views.share');
  const { definition, rights } = requireReadableList(step, view.listId);
  const problems = viewProblems(view, definition, rights);
  if (problems.length > 0) throw badInput(problems);
  if ((await lockKeptViews(step)) >= viewsAtMost) throw new Refusal('rule', 'too_many_views');

  const id = newId();
  await insertView(step, { ...view, id, ownerId: step.actor.id, version: 1 });
  const { listId, name, shared } = view;
  await announce(step, viewCreated, { subject: id, data: { listId, name, shared } });
  return { id, version: 1 };
}
