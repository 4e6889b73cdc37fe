/** What starts a lead's way back: nobody followed it up, or it was not converted although followed. */
export const triggers = ['notFollowed', 'notConverted'] as const;
export type Trigger = (typeof triggers)[number];

/** Why a lead that is due stays with its owner all the same. */
export const exemptions = [
  'protected',
  'openDeal',
  'contract',
  'unpaid',
  'approval',
  'plan',
  'nurture',
] as const;
export type Exemption = (typeof exemptions)[number];

export const outcomes = ['recycled', 'skipped', 'failed', 'planned'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why a lead that was due did not move in a night. */
export type SkipReason = Exemption | 'paced' | 'followed' | 'changed';

/** One rule; `Tree` is the condition language's tree, which a model does not know. */
export interface RuleOf<Tree> {
  readonly id: string;
  readonly name: string;
  /** Leads that would go to these pools; none named: all. */
  readonly poolIds: readonly string[];
  readonly condition: Tree | null;
  readonly trigger: Trigger;
  /** Recycled when more days than this have passed. */
  readonly days: number;
}

/** Everything that decides who goes when: the first rule that fits a lead is its rule. */
export interface RuleSetOf<Tree> {
  readonly rules: readonly RuleOf<Tree>[];
  readonly exemptions: readonly Exemption[];
  /** A contact planned within so many days keeps a lead. */
  readonly planDays: number;
  /** At most this percentage of what a person holds goes in one night. */
  readonly nightShare: number;
  /** So many days before it goes the owner is told. */
  readonly warnDays: readonly number[];
}

/** Why a lead goes on its day: what counts since when. */
export interface Clock {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly trigger: Trigger;
  readonly days: number;
  /** The last effective follow-up, or the day it became the owner's. */
  readonly from: 'followed' | 'owned' | 'resumed';
  readonly fromDay: string;
  readonly dueOn: string;
  /** 0: goes tonight or is overdue already. */
  readonly daysLeft: number;
  readonly exemptBy: Exemption | null;
}
