import { updateRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import { announce, announceMany, type Changes } from '#kernel/outbox.ts';
import { companyKeys } from '#kernel/values/company-name-hant.ts';
import { mobileKey } from '#kernel/values/phone.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { leadMerged, leadMergedAway } from '../events.ts';
import { leadObject } from '../fields.ts';
import { isOpen } from '../rules/lead-states.ts';
import { underHardKeys } from '../store/hard-keys.ts';
import type { StoredLead } from '../store/leads.ts';
import { countTouches, lockForMerge, moveTouches, moveTouchesBack, retireMerged } from '../store/merging.ts';
import { savePlace } from '../store/places.ts';

export interface LeadMerge {
  readonly mergeId: string;
  /** As lockForMerge gave them. */
  readonly winner: StoredLead;
  readonly losers: readonly StoredLead[];
  /** By catalogue key, `custom` as a whole. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Whose owner or pool the lead has from now on. */
  readonly placeOf: StoredLead;
}

/**
 * Makes one lead of several: the losers go with a pointer to the winner, who takes the chosen values and place. Nobody
 * holds more leads than before: whoever gets the winner gives a loser for it. Converted leads are history and refused.
 */
export async function mergeLeads(
  { mergeId, winner, losers, values, placeOf }: LeadMerge,
  step: Step,
): Promise<{ version: number; changes: Changes }> {
  if ([winner, ...losers].some((lead) => lead.status === 'converted'))
    throw new Refusal('rule', 'wrong_state');
  await retireMerged(step, losers, winner.id);
  const phone = values.phone as string | null;
  const keys = { mobileKey: mobileKey(phone), uscc: (values.uscc ?? null) as string | null };
  const saved = await underHardKeys(step, keys, () =>
    updateRow(step, leadObject, winner, values, {
      company_key: companyKeys(String(values.company)).key,
      mobile_key: keys.mobileKey,
    }),
  );
  const moves = placeOf.ownerId !== winner.ownerId || placeOf.poolId !== winner.poolId;
  const version = moves
    ? await savePlace(
        step,
        { ...winner, version: saved.version },
        { ownerId: placeOf.ownerId, poolId: placeOf.poolId, cause: 'merged' },
        isOpen(placeOf.status) || placeOf.status === 'unassigned' ? placeOf.status : winner.status,
      )
    : saved.version;
  const changes = moves
    ? {
        ...saved.changes,
        ownerId: [winner.ownerId, placeOf.ownerId] as const,
        poolId: [winner.poolId, placeOf.poolId] as const,
      }
    : saved.changes;
  const loserIds = losers.map((lead) => lead.id);
  await announce(step, leadMerged, {
    subject: winner.id,
    about: loserIds,
    changes,
    data: { mergeId, loserIds },
  });
  await announceMany(
    step,
    leadMergedAway,
    losers.map((lead) => ({ subject: lead.id, data: { mergeId, winnerId: winner.id } })),
  );
  return { version, changes };
}

/** Locks leads that are to become one, holders first; in the order asked for. 404 unless all are the actor's to see. */
export function lockLeadsToMerge(ids: readonly string[], step: Step): Promise<StoredLead[]> {
  return lockForMerge(step, ids);
}

/** What the losers' people clicked and filled in stands with the winner from now on, and goes back when it is undone. */
export const leadTouchesMoving = {
  count: (of: readonly string[], step: Step) => countTouches(step, of),
  move: (from: readonly string[], to: string, step: Step) => moveTouches(step, from, to),
  moveBack: (moved: readonly { readonly id: string; readonly from: string }[], step: Step) =>
    moveTouchesBack(step, moved),
};
