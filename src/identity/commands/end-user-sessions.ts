import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/users.ts';
import { sessionsEnded } from '../events.ts';
import { lockPerson } from '../store/people.ts';
import { deleteSessionsOf } from '../store/sessions.ts';

/** Signs a person out on every device, at once. */
export async function endUserSessions(
  { id }: Input<typeof contract.endUserSessions>,
  step: Step,
): Promise<Output<typeof contract.endUserSessions>> {
  const { actor, tx } = step;
  if (!(await lockPerson(tx, actor.orgId, id))) throw notFound();
  const ended = await deleteSessionsOf(tx, actor.orgId, id);
  if (ended > 0) await announce(step, sessionsEnded, { subject: id, data: { count: ended } });
  return { ended };
}
