import type { channelChoices } from '#accounts/model.ts';
import type { Percent } from '#kernel/values/percent.ts';

export type Channel = (typeof channelChoices)[number]['key'];

export const campaignStatuses = ['planned', 'running', 'ended', 'cancelled'] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

export interface Campaign {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly code: string | null;
  readonly channel: string;
  readonly status: CampaignStatus;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** To whom a lead that came on several ways is credited. */
export const attributions = ['first', 'last', 'linear'] as const;
export type Attribution = (typeof attributions)[number];

/** What of the money counts: what happened in the period, or what became of the leads captured in it. */
export const bases = ['period', 'cohort'] as const;
export type Basis = (typeof bases)[number];

export const reportPeriods = ['month', 'quarter', 'year', 'all'] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

/** What the rows of the report are. */
export const groupings = ['channel', 'campaign'] as const;
export type Grouping = (typeof groupings)[number];

/** What a channel report counts and sums, in the order of the columns. */
export const reportColumns = [
  'cost',
  'leads',
  'reached',
  'followed',
  'converted',
  'opportunities',
  'contracts',
  'signed',
  'collected',
] as const;
export type ReportColumn = (typeof reportColumns)[number];

/** What one channel or campaign brought: counts and money as decimal strings. */
export type Brought = Readonly<Record<ReportColumn, string>>;

/** What is made of it; null where there is nothing to divide by. */
export interface Returns {
  /** Converted ÷ leads. */
  readonly rate: Percent | null;
  readonly costPerLead: string | null;
  /** Its cost ÷ all cost (投入率). */
  readonly costShare: Percent | null;
  /** (Signed − cost) ÷ cost. */
  readonly roi: Percent | null;
  /** Collected ÷ cost: at 100 % the money is back. */
  readonly payback: Percent | null;
}

/** Measures of the lead board, and by what they are taken apart. */
export const boardBlocks = ['contact', 'load', 'stages', 'sleeping'] as const;

/** How old a lead is that is not settled yet, in days; the last goes on. */
export const ageBands = ['week', 'month', 'quarter', 'older'] as const;
export type AgeBand = (typeof ageBands)[number];

export const openStatuses = ['unassigned', 'pending', 'following'] as const;
