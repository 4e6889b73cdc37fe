import type { Words } from '#kernel/fields.ts';

/** How a rule chooses among its people. */
export const methods = ['user', 'rotation', 'weighted', 'leastLoad', 'table', 'pool'] as const;
export type Method = (typeof methods)[number];

/** What happens to a lead whose rule has nobody free: it waits for them, goes to the next rule, or stays in the pool. */
export const nobodyChoices = ['wait', 'next', 'pool'] as const;
export type WhenNobody = (typeof nobodyChoices)[number];

/** The ways a lead comes in; a rule may listen to some of them only. */
export const waysIn = ['manual', 'import', 'api', 'form', 'webhook', 'mail', 'call', 'im'] as const;
export type WayIn = (typeof waysIn)[number];

/** Why somebody was passed over. */
export const skipReasons = ['disabled', 'leave', 'offHours', 'atCap', 'coolingDown', 'hadIt'] as const;
export type SkipReason = (typeof skipReasons)[number];

/** Working time of a day: from the first minute up to, not including, the last; `24:00` is allowed as an end. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** When somebody works. */
export interface WorkHours {
  /** 1 for Monday to 7 for Sunday. */
  readonly days: readonly number[];
  /** `CN`: off on public holidays, at work on the weekends that make up for them. */
  readonly holidays: 'CN' | 'none';
  readonly spans: readonly Span[];
}

/** What the response clock does at the end: a new owner by the rules, the pool, or nothing but the news. */
export const lastSteps = ['rule', 'pool', 'nothing'] as const;
export type LastStep = (typeof lastSteps)[number];

/** What a lead is recognised by as one that somebody holds already. */
export const ownerKeys = ['uscc', 'phone', 'email', 'name', 'domain'] as const;
export type OwnerKey = (typeof ownerKeys)[number];

export const barKinds = ['phone', 'email', 'domain', 'company', 'uscc'] as const;
/** One entry of the blacklist: such a lead is given to nobody. */
export interface Bar {
  readonly kind: (typeof barKinds)[number];
  readonly value: string;
  readonly note: string | null;
}

export const officeHours: WorkHours = {
  days: [1, 2, 3, 4, 5],
  holidays: 'CN',
  spans: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '18:00' },
  ],
};

/** What a clock of first response counts. */
export const clockKinds = ['working', 'always'] as const;

export const defaultPolicyNames: Readonly<Record<'hot' | 'normal', Words>> = {
  hot: { zh: 'A 类线索', en: 'Class A leads' },
  normal: { zh: '其他线索', en: 'All other leads' },
};

/** First responses of one person or one channel, in seconds of the clock on the wall. */
export interface ResponseFigures {
  readonly key: string;
  readonly started: number;
  readonly responded: number;
  /** Still running. */
  readonly open: number;
  readonly inTime: number;
  readonly breached: number;
  readonly averageSeconds: number | null;
  readonly medianSeconds: number | null;
}
