/** Where a lead stands; the allowed moves are in rules/lead-states.ts. */
export const leadStatuses = ['unassigned', 'pending', 'following', 'converted', 'invalid'] as const;
export type LeadStatus = (typeof leadStatuses)[number];

export const invalidReasons = ['emptyNumber', 'competitor', 'noNeed', 'duplicate', 'other'] as const;
export type InvalidReason = (typeof invalidReasons)[number];

export const releaseReasons = ['noNeed', 'unreachable', 'notMyRegion', 'noTime', 'other'] as const;
export type ReleaseReason = (typeof releaseReasons)[number];

/** Why a lead came to the place where it is. */
export type PlaceCause =
  | 'created'
  | 'imported'
  | 'claimed'
  | 'assigned'
  | 'released'
  | 'recycled'
  | 'handedOver'
  | 'restored'
  | 'converted';

export interface Lead {
  readonly id: string;
  readonly version: number;
  readonly company: string;
  readonly status: LeadStatus;
  readonly ownerId: string | null;
  readonly ownerSince: Date | null;
  readonly poolId: string | null;
  readonly poolSince: Date | null;
}

/** The rules of one pool and of the person's own private pool (私海). */
export interface PoolPolicy {
  readonly dailyQuota: number;
  readonly cooldownDays: number;
  readonly privateCap: number;
}

/** A lead's stay with a person that has ended. */
export interface PastOwnership {
  readonly ownerId: string;
  readonly until: Date;
}
