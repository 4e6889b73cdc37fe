import type { Condition } from '#kernel/conditions/tree.ts';

export const periods = ['month', 'quarter', 'year', 'all'] as const;
export type Period = (typeof periods)[number];

/** What a home screen is put together of. */
export const blocks = ['day', 'money', 'funnel', 'pipeline', 'team', 'channels', 'ageing', 'months'] as const;
export type Block = (typeof blocks)[number];

export const funnelSteps = ['captured', 'reached', 'followed', 'opportunity', 'quoted', 'won'] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** What is measured over the rows of a list; the key is the name of the figure. */
export interface Measure {
  readonly key: string;
  readonly fn: 'count' | 'sum';
  readonly field?: string;
}

/** One question to the database: measures over the rows of a list that meet all rules, whole or by group. */
export interface Ask {
  readonly id: string;
  /** Id of the list operation: its source, its rights and its scope decide what is counted. */
  readonly list: string;
  readonly rules: readonly Condition[];
  readonly groupBy?: string;
  readonly measures: readonly Measure[];
  /** The groups are steps in this order, and who reached one has been through those before. */
  readonly steps?: readonly string[];
}

/** The answer to one ask for one group (null: no group, or rows without a value in the grouped field). */
export interface Found {
  readonly id: string;
  readonly group: string | null;
  readonly values: readonly string[];
}

/** Which rows a figure is: this list under this condition, counted or summed, gives the figure again. */
export interface Drill {
  readonly list: string;
  readonly condition: Condition | null;
  readonly measure: { readonly fn: 'count' | 'sum'; readonly field?: string };
}

/** A number with its rows. Counts are whole, sums have two decimals. */
export interface Figure {
  readonly key: string;
  readonly value: string;
  readonly drill: Drill;
}

/** What is looked at: a period, the people of a team (null: everybody one may see), one currency. */
export interface Scope {
  readonly period: Period;
  readonly owners: readonly string[] | null;
  readonly currency: string;
  /** Today in the organisation's zone. */
  readonly today: string;
}
