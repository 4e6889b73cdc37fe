/** Where a lead stands; the allowed moves are in rules/lead-states.ts. */
export const leadStatuses = ['unassigned', 'pending', 'following', 'converted', 'invalid'] as const;
export type LeadStatus = (typeof leadStatuses)[number];

export const invalidReasons = ['emptyNumber', 'competitor', 'noNeed', 'duplicate', 'other'] as const;
export type InvalidReason = (typeof invalidReasons)[number];

export const releaseReasons = ['noNeed', 'unreachable', 'notMyRegion', 'noTime', 'other'] as const;
export type ReleaseReason = (typeof releaseReasons)[number];

/** Words for why a lead is back in a pool; the first five are its owner's own. */
export const returnWords = [...releaseReasons, 'recycled', 'reclaimed', 'handedOver', 'assigned'] as const;

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
  | 'converted'
  | 'takenOver'
  | 'merged'
  /** A pool admin took it back into the pool, or moved it from pool to pool. */
  | 'reclaimed'
  | 'moved'
  | 'conversionUndone';

export const captureMethods = ['manual', 'import', 'api', 'form', 'webhook', 'mail', 'call', 'im'] as const;
export type CaptureMethod = (typeof captureMethods)[number];

/** A lead that has come in and of which nobody has said whose it is. */
export interface Arrival {
  /** Null while it is being made. */
  readonly leadId: string | null;
  /** By catalogue key, `custom` included. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly method: CaptureMethod;
  readonly channel: string;
}

/** Where an arrival goes and why, as the timeline tells it. Neither owner nor pool: nobody knows. */
export interface Placement {
  readonly ownerId: string | null;
  readonly poolId: string | null;
  readonly ruleId: string | null;
  readonly why: { readonly zh: string; readonly en: string } | null;
}

export interface Lead {
  readonly id: string;
  readonly version: number;
  readonly company: string;
  readonly status: LeadStatus;
  readonly ownerId: string | null;
  readonly ownerSince: Date | null;
  readonly poolId: string | null;
  readonly poolSince: Date | null;
  /** The pool it was in last. */
  readonly fromPoolId?: string | null;
}

/** When leads may be claimed: days 1 (Monday) to 7, and hours of the organisation's zone, `to` not included. */
export interface ClaimWindow {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** The rules of one pool. */
export interface PoolPolicy {
  readonly mode: 'claim' | 'assign';
  readonly dailyQuota: number;
  readonly cooldownDays: number;
  /** In force instead of the days when set. */
  readonly cooldownHours: number | null;
  /** For so many hours after its arrival nobody may take a lead. */
  readonly protectHours: number;
  readonly claimWindow: ClaimWindow | null;
}

/** A lead's stay with a person that has ended. */
export interface PastOwnership {
  readonly ownerId: string;
  readonly until: Date;
}

/** Where a visit came from: the utm parameters of its address, the page before, the page it began on. */
export type Click = Readonly<
  Partial<
    Record<'source' | 'medium' | 'campaign' | 'term' | 'content' | 'referrer' | 'landing' | 'at', string>
  >
>;

/** One time that somebody came to us: the first made the lead, the others are kept beside it. */
export interface LeadTouch {
  readonly id: string;
  readonly leadId: string;
  readonly at: Date;
  readonly method: string;
  /** The form, web hook or mail box, by its name of that day. */
  readonly via: string | null;
  readonly channel: string;
  readonly campaign: string | null;
  readonly lastClick: Click;
  readonly firstClick: Click;
  readonly submissionId: string | null;
  readonly consent: unknown;
}

/** Who is in a pool or runs it, and whose cap a rule sets. */
export const scopeKinds = ['user', 'role', 'team'] as const;
export type ScopeKind = (typeof scopeKinds)[number];
