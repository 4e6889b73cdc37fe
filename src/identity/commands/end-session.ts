import type { Step } from '#kernel/command.ts';
import type { Input } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/account.ts';
import { sessionsEnded } from '../events.ts';
import { deleteOwnSession } from '../store/sessions.ts';

/** Ends one of one's own sessions on another device. */
export async function endSession(
  { id }: Input<typeof contract.endSession>,
  step: Step,
): Promise<Record<string, never>> {
  const { actor, tx } = step;
  if (!(await deleteOwnSession(tx, actor.orgId, actor.id, id))) throw notFound();
  await announce(step, sessionsEnded, { subject: actor.id, data: { count: 1 } });
  return {};
}
