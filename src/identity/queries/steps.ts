import type { SystemStep } from '#kernel/system-step.ts';
import { loadOrg, systemActor } from './load-actor.ts';

/** The step of work that nobody waits for. Facts it announces carry the person whose deed led to it. */
export const systemStep: SystemStep = async (orgId, tx, now, { actorId, requestId }) => {
  const actor = systemActor(await loadOrg(tx, orgId));
  return { actor: actorId ? { ...actor, id: actorId } : actor, tx, now, source: 'system', requestId };
};
