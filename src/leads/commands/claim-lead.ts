import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { dayOf, startOfDay } from '#kernel/values/day.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { leadClaimed } from '../events.ts';
import { decideClaim } from '../rules/claiming.ts';
import {
  countClaimsSince,
  loadPastOwnerships,
  loadPolicy,
  loadWinner,
  lockHolder,
  lockLead,
  type StoredLead,
  savePlace,
} from '../store/leads.ts';

/** Takes a lead out of the pool for the person who asks; of many at once, one wins and the others read who. */
export async function claimLead(
  { id }: Input<typeof contract.claimLead>,
  step: Step,
): Promise<Output<typeof contract.claimLead>> {
  const { actor, now } = step;
  const { zone } = actor.org;
  const held = await lockHolder(step, actor.id);
  const lead = await lockClaimable(step, id);
  const policy = await loadPolicy(step, lead.poolId);
  const claimsToday = await countClaimsSince(step, actor.id, startOfDay(dayOf(now, zone), zone));
  const pastOwnerships = await loadPastOwnerships(step, id);

  orRefuse(decideClaim({ lead, claimantId: actor.id, held, claimsToday, pastOwnerships, policy, now, zone }));

  const place = { ownerId: actor.id, poolId: null, cause: 'claimed' } as const;
  const version = await savePlace(step, lead, place, 'pending');
  await announce(step, leadClaimed, {
    subject: id,
    changes: { ownerId: [null, actor.id], poolId: [lead.poolId, null] },
    data: place,
  });
  return { id, version };
}

/** Once claimed by a colleague the lead may be out of sight; the loser still learns who was first. */
async function lockClaimable(step: Step, id: string): Promise<StoredLead> {
  const lead = await lockLead(step, id).catch((error: Error) => error);
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
