import type { Step } from '#kernel/command.ts';
import type { Tx } from '#kernel/db.ts';
import { announce } from '#kernel/outbox.ts';
import { hashToken, newToken } from '#kernel/secrets.ts';
import { newId } from '#kernel/values/id.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import { signedIn } from '../events.ts';
import { sessionLife } from '../model.ts';
import { loadActor } from '../queries/load-actor.ts';
import { savePlace } from '../store/attempts.ts';
import { insertSession } from '../store/sessions.ts';

/** A session for the browser's cookie. */
export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
}

interface Who {
  readonly email: string;
  readonly orgId: string;
  readonly userId: string;
}

/** Half a session: it only allows typing the code, for ten minutes. */
export async function openPendingSession(tx: Tx, who: Who, visit: Visit, now: Date): Promise<OpenedSession> {
  return insert(tx, who, visit, now, false);
}

/** A whole session, always under a new token, and the fact that somebody signed in. */
export async function openSession(
  tx: Tx,
  who: Who,
  visit: Visit,
  now: Date,
  secondStep: boolean,
): Promise<OpenedSession> {
  const step = await stepOf(tx, who, visit, now);
  const session = await insert(tx, who, visit, now, true);
  await savePlace(tx, who.email, visit.ip, now);
  await announce(step, signedIn, {
    subject: who.userId,
    data: { ip: visit.ip, agent: visit.agent, secondStep },
  });
  return session;
}

/** The step of a person who is proving who he is in this very request. */
export async function stepOf(
  tx: Tx,
  who: Pick<Who, 'orgId' | 'userId'>,
  visit: Visit,
  now: Date,
): Promise<Step> {
  const actor = await loadActor(tx, who.orgId, who.userId);
  if (!actor) throw new Refusal('unauthenticated', 'not_signed_in');
  return { actor, tx, now, source: 'ui', requestId: visit.requestId };
}

async function insert(tx: Tx, who: Who, visit: Visit, now: Date, ready: boolean): Promise<OpenedSession> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + (ready ? sessionLife.idle : sessionLife.pending));
  const { ip, agent } = visit;
  const { orgId, userId } = who;
  await insertSession(tx, {
    hash: hashToken(token),
    id: newId(),
    orgId,
    userId,
    ready,
    ip,
    agent,
    now,
    expiresAt,
  });
  return { token, expiresAt };
}
