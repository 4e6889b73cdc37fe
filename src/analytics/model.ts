export const periods = ['month', 'quarter', 'year', 'all'] as const;
export type Period = (typeof periods)[number];

/** What a home screen is put together of. */
export const blocks = ['day', 'money', 'funnel', 'pipeline', 'team', 'channels', 'ageing', 'months'] as const;
export type Block = (typeof blocks)[number];

export const funnelSteps = ['captured', 'reached', 'followed', 'opportunity', 'quoted', 'won'] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** What is looked at: a period, the people of a team (null: everybody one may see), one currency. */
export interface Scope {
  readonly period: Period;
  readonly owners: readonly string[] | null;
  readonly currency: string;
  /** Today in the organisation's zone. */
  readonly today: string;
}
