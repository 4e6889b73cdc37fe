import type { Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { signedOut } from '../events.ts';
import { deleteOwnSession } from '../store/sessions.ts';

/** Ends the session the request came with; its cookie is worth nothing from now on. */
export async function signOut(sessionId: string | null, ip: string, step: Step): Promise<void> {
  const { actor, tx } = step;
  if (sessionId === null || !(await deleteOwnSession(tx, actor.orgId, actor.id, sessionId))) return;
  await announce(step, signedOut, { subject: actor.id, data: { ip } });
}
