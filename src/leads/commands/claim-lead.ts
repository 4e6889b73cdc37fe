import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { dayOf, startOfDay } from '#kernel/values/day.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { leadClaimed } from '../events.ts';
import { coolDownEnds, decideClaim } from '../rules/claiming.ts';
import { lockRoom } from '../store/caps.ts';
import { lockHolder, lockLead, type StoredLead } from '../store/leads.ts';
import { savePlace } from '../store/places.ts';
import {
  countClaimsSince,
  loadPastOwnerships,
  loadPoolPolicy,
  loadWinner,
  type PoolAtHand,
} from '../store/pools.ts';

/**
 * Takes a lead out of the pool for the person who asks; of many at once, one wins and the others read who. Whoever
 * runs the pool may go past its quota, protection and cool-down with a reason, which is kept; never past his cap.
 */
export async function claimLead(
  { id, reason }: Input<typeof contract.claimLead>,
  step: Step,
): Promise<Output<typeof contract.claimLead>> {
  const { actor, now } = step;
  const { zone } = actor.org;
  await lockHolder(step, actor.id);
  const lead = await lockClaimable(step, id);
  const room = await lockRoom(step, actor.id, lead.poolId);
  const policy = await policyOf(lead, step);
  if (reason && !policy.isAdmin) throw new Refusal('forbidden', 'forbidden');
  const bypass = reason ?? null;
  const today = { userId: actor.id, poolId: policy.id, since: startOfDay(dayOf(now, zone), zone) };
  const claimsToday = await countClaimsSince(step, today);
  const pastOwnerships = await loadPastOwnerships(step, id);

  const request = {
    ...{ lead, claimantId: actor.id, room, claimsToday, pastOwnerships },
    policy,
    bypass,
    now,
    zone,
  };
  const { held, cap } = orRefuse(decideClaim(request));

  const freeFrom = coolDownEnds(request)?.at.toISOString() ?? null;
  const terms = {
    ...{ held, cap, claims: claimsToday + 1, quota: policy.dailyQuota, freeFrom },
    bypassed: bypass !== null,
  };
  const place = { ownerId: actor.id, poolId: null, cause: 'claimed', reason: bypass } as const;
  const version = await savePlace(step, lead, { ...place, terms }, 'pending');
  await announce(step, leadClaimed, {
    subject: id,
    changes: { ownerId: [null, actor.id], poolId: [lead.poolId, null] },
    data: place,
  });
  return { id, version };
}

async function policyOf(lead: StoredLead, step: Step): Promise<PoolAtHand> {
  if (lead.poolId !== null) return loadPoolPolicy(step, lead.poolId);
  throw new Refusal('rule', 'already_claimed', { detail: { by: '', at: '' } });
}

/** Once claimed by a colleague the lead may be out of sight; the loser still learns who was first. */
async function lockClaimable(step: Step, id: string): Promise<StoredLead> {
  // Only a refusal is looked at: after a knot of locks the whole step is tried again.
  const lead = await lockLead(step, id).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (!(lead instanceof Error) && lead.poolId !== null) return lead;
  const winner = await loadWinner(step, id);
  if (winner)
    throw new Refusal('rule', 'already_claimed', {
      detail: { by: winner.by, at: clockTime(winner.at, step.actor.org.zone) },
    });
  if (lead instanceof Error) throw lead;
  return lead;
}

function clockTime(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
