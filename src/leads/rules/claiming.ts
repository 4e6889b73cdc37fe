import { addDays, dayOf, startOfDay } from '#kernel/values/day.ts';
import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { Lead, PastOwnership, PoolPolicy } from '../model.ts';

export type ClaimRefusal = 'already_claimed' | 'pool_full' | 'daily_quota_reached' | 'cooling_down';

export interface ClaimRequest {
  readonly lead: Lead;
  readonly claimantId: string;
  /** Leads the claimant holds now, and claims he made today (claims only: assigned ones do not count). */
  readonly held: number;
  readonly claimsToday: number;
  readonly pastOwnerships: readonly PastOwnership[];
  readonly policy: PoolPolicy;
  readonly now: Date;
  readonly zone: string;
}

/**
 * Decides whether a rep may take a lead out of the public pool.
 *
 * The cool-down follows the person, not the lead: whoever let a lead go must give colleagues a fair
 * chance first, while anyone else may claim it at once. A cap of 50 means the 50th is welcome, the 51st is not.
 */
export function decideClaim(request: ClaimRequest): Decision<{ claimantId: string }, ClaimRefusal> {
  const { lead, policy, held, claimsToday } = request;
  if (lead.poolId === null) return no('already_claimed');
  if (held >= policy.privateCap) return no('pool_full', { held, cap: policy.privateCap });
  if (claimsToday >= policy.dailyQuota)
    return no('daily_quota_reached', { claims: claimsToday, quota: policy.dailyQuota });
  const freeOn = coolDownEnds(request);
  if (freeOn !== null && request.now < startOfDay(freeOn, request.zone))
    return no('cooling_down', { until: freeOn });
  return yes({ claimantId: request.claimantId });
}

/** The day on which the claimant may take this lead again; null when he never held it. Free on day N + 1. */
function coolDownEnds({ pastOwnerships, claimantId, policy, zone }: ClaimRequest): string | null {
  const ended = pastOwnerships
    .filter((past) => past.ownerId === claimantId)
    .map((past) => past.until.getTime());
  if (ended.length === 0 || policy.cooldownDays === 0) return null;
  return addDays(dayOf(new Date(Math.max(...ended)), zone), policy.cooldownDays + 1);
}
