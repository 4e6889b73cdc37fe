import { orRefuse, type Step } from '#kernel/command.ts';
import { announce, type Changes } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { leadAssigned, leadMoved, leadReleased } from '../events.ts';
import type { PlaceCause } from '../model.ts';
import { decideRoom } from '../rules/holding.ts';
import { isOpen } from '../rules/lead-states.ts';
import { lockRoom } from '../store/caps.ts';
import { loadNewOwner, lockAnyLead, lockHeldLead, type StoredLead } from '../store/leads.ts';
import { savePlace } from '../store/places.ts';
import { loadTargetPool } from '../store/pools.ts';

export interface LeadMove {
  readonly id: string;
  readonly to: { readonly ownerId: string } | { readonly poolId: string | null };
  readonly cause: PlaceCause;
  readonly reason?: string | null;
  readonly note?: string | null;
  readonly ruleId?: string | null;
  /** Which rule said so and why not the others, for the timeline. */
  readonly why?: { readonly zh: string; readonly en: string } | null;
}

/**
 * Moves a lead on behalf of another slice, whose own rules and rights have been checked: assignment, take-over, merge.
 * Whoever receives it has room, or `pool_full` is refused; a pool left out (null) is the default one.
 */
export async function moveLead(move: LeadMove, step: Step): Promise<{ id: string; version: number }> {
  return 'ownerId' in move.to ? toOwner(move, move.to.ownerId, step) : toPool(move, move.to.poolId, step);
}

async function toOwner(move: LeadMove, ownerId: string, step: Step) {
  await loadNewOwner(step, ownerId);
  const lead = await lockHeldLead(step, move.id, [ownerId], lockAnyLead);
  if (lead.ownerId === ownerId) throw new Refusal('rule', 'already_theirs');
  if (!isOpen(lead.status)) throw new Refusal('rule', 'wrong_state');
  const terms = orRefuse(decideRoom(await lockRoom(step, ownerId, lead.poolId)));
  const place = { ...told(move), ownerId, poolId: null };
  const version = await savePlace(step, lead, { ...place, terms }, 'pending');
  const { why = null } = move;
  await announce(step, leadAssigned, {
    subject: lead.id,
    changes: changesOf(lead, place),
    data: { ...place, why, previousOwnerId: lead.ownerId },
  });
  return { id: lead.id, version };
}

async function toPool(move: LeadMove, poolId: string | null, step: Step) {
  const lead = await lockHeldLead(step, move.id, [], lockAnyLead);
  if (!isOpen(lead.status) && lead.status !== 'invalid') throw new Refusal('rule', 'wrong_state');
  const target = await loadTargetPool(step, poolId);
  if (lead.poolId === target) throw new Refusal('rule', 'already_there');
  const place = { ...told(move), ownerId: null, poolId: target };
  const version = await savePlace(step, lead, place, 'unassigned');
  const data = { ...place, why: move.why ?? null, previousOwnerId: lead.ownerId };
  const changes = changesOf(lead, place);
  if (lead.ownerId) await announce(step, leadReleased, { subject: lead.id, changes, data });
  else
    await announce(step, leadMoved, {
      subject: lead.id,
      changes,
      data: { ...data, fromPoolId: lead.poolId },
    });
  return { id: lead.id, version };
}

function told({ cause, reason = null, note = null, ruleId = null }: LeadMove) {
  return { cause, reason, note, ruleId };
}

function changesOf(lead: StoredLead, to: { ownerId: string | null; poolId: string | null }): Changes {
  return {
    ...(lead.ownerId === to.ownerId ? {} : { ownerId: [lead.ownerId, to.ownerId] as const }),
    ...(lead.poolId === to.poolId ? {} : { poolId: [lead.poolId, to.poolId] as const }),
  };
}
