import { addDays, dayOf, startOfDay } from '#kernel/values/day.ts';
import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { ClaimWindow, Lead, PastOwnership, PoolPolicy } from '../model.ts';
import { decideRoom, type Room } from './holding.ts';

export type ClaimRefusal =
  | 'already_claimed'
  | 'wrong_state'
  | 'pool_full'
  | 'pool_share_full'
  | 'daily_quota_reached'
  | 'cooling_down'
  | 'protected_arrival'
  | 'outside_claim_hours'
  | 'assigned_only';

export interface ClaimRequest {
  readonly lead: Lead;
  readonly claimantId: string;
  readonly room: Room;
  /** Claims he made today out of this pool (claims only: assigned leads do not count). */
  readonly claimsToday: number;
  readonly pastOwnerships: readonly PastOwnership[];
  readonly policy: PoolPolicy;
  /** Why an admin of the pool goes past its rules; null: he does not. */
  readonly bypass: string | null;
  readonly now: Date;
  readonly zone: string;
}

const hour = 3_600_000;

/**
 * Decides whether a rep may take a lead out of a pool.
 *
 * The cool-down follows the person, not the lead: whoever let a lead go must give colleagues a fair
 * chance first, while anyone else may claim it at once. A cap of 50 means the 50th is welcome, the 51st is not.
 * An admin of the pool may go past its rules with a reason; nobody goes past the cap.
 */
export function decideClaim(request: ClaimRequest): Decision<{ held: number; cap: number }, ClaimRefusal> {
  const { lead, room, bypass } = request;
  if (lead.poolId === null) return no('already_claimed');
  if (lead.status !== 'unassigned') return no('wrong_state');
  const hold = decideRoom(room);
  if ('no' in hold || bypass !== null) return hold;
  const rule = decideByPool(request);
  return 'no' in rule ? rule : hold;
}

function decideByPool(request: ClaimRequest): Decision<true, ClaimRefusal> {
  const { lead, policy, claimsToday, now, zone } = request;
  if (policy.mode === 'assign') return no('assigned_only');
  if (policy.claimWindow && !isWithin(policy.claimWindow, now, zone))
    return no('outside_claim_hours', { ...policy.claimWindow, days: policy.claimWindow.days.join(' ') });
  if (claimsToday >= policy.dailyQuota)
    return no('daily_quota_reached', { claims: claimsToday, quota: policy.dailyQuota });
  const free = lead.poolSince ? new Date(lead.poolSince.getTime() + policy.protectHours * hour) : now;
  if (now < free) return no('protected_arrival', { until: clock(free, zone) });
  const cool = coolDownEnds(request);
  if (cool && now < cool.at) return no('cooling_down', { until: cool.says });
  return yes(true);
}

/** When the claimant may take this lead again, whole days in the organisation's zone or hours; null: he never held it. */
export function coolDownEnds({
  pastOwnerships,
  claimantId,
  policy,
  zone,
}: Pick<ClaimRequest, 'pastOwnerships' | 'claimantId' | 'policy' | 'zone'>): {
  at: Date;
  says: string;
} | null {
  const ended = pastOwnerships
    .filter((past) => past.ownerId === claimantId)
    .map((past) => past.until.getTime());
  if (ended.length === 0) return null;
  const last = Math.max(...ended);
  if (policy.cooldownHours !== null) {
    const at = new Date(last + policy.cooldownHours * hour);
    return { at, says: clock(at, zone) };
  }
  if (policy.cooldownDays === 0) return null;
  // Day N counts whole: free on day N + 1.
  const day = addDays(dayOf(new Date(last), zone), policy.cooldownDays + 1);
  return { at: startOfDay(day, zone), says: day };
}

/** Whether a pool is open for claims now. */
export function isWithin(window: ClaimWindow, now: Date, zone: string): boolean {
  const time = clock(now, zone).slice(-5);
  const weekday = new Date(`${dayOf(now, zone)}T00:00:00Z`).getUTCDay() || 7;
  return window.days.includes(weekday) && time >= window.from && time < window.to;
}

/** `2026-11-22 09:30` in the organisation's zone. */
function clock(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  } as const).format(at);
  return `${dayOf(at, zone)} ${parts}`;
}
