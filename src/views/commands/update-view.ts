import { requirePermission } from '#kernel/access.ts';
import { type Step, stale } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce, type Changes } from '#kernel/outbox.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { viewChanged } from '../events.ts';
import { viewProblems } from '../rules/keeping.ts';
import { requireReadableList } from '../store/readable-list.ts';
import { lockOwnView, type StoredView, saveView } from '../store/views.ts';

const parts = ['name', 'shared', 'condition', 'sort', 'layout'] as const;

/** Changes a view of one's own: its name, what it shows, and whether everybody sees it. */
export async function updateView(
  { id, version, ...sent }: Input<typeof contract.updateView>,
  step: Step,
): Promise<Output<typeof contract.updateView>> {
  const view = await lockOwnView(step, id);
  if (view.version !== version) throw stale(view);
  if (sent.shared) requirePermission(step.actor, 'views.share');
  const { definition, rights } = requireReadableList(step, view.listId);
  const problems = viewProblems(sent, definition, rights);
  if (problems.length > 0) throw badInput(problems);
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
  const after: StoredView = { ...view, ...given };
  const changes: Changes = Object.fromEntries(
    parts
      .filter((part) => JSON.stringify(view[part]) !== JSON.stringify(after[part]))
      .map((part) => [part, [view[part], after[part]]]),
  );
  if (Object.keys(changes).length === 0) return { id, version };

  const saved = await saveView(step, after);
  const { listId, name } = after;
  await announce(step, viewChanged, { subject: id, changes, data: { listId, name } });
  return { id, version: saved };
}
