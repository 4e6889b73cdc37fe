import type { Condition } from '#kernel/conditions/tree.ts';
import type { Words } from '#kernel/fields.ts';

export const leadClasses = ['A', 'B', 'C', 'D'] as const;
export type LeadClass = (typeof leadClasses)[number];

/** A ≥ 80, B 60–79, C 40–59, D < 40. */
export const scoreBands = ['A', 'B', 'C', 'D'] as const;
export type ScoreBand = (typeof scoreBands)[number];
export const bandFloors: Readonly<Record<ScoreBand, number>> = { A: 80, B: 60, C: 40, D: 0 };

/** Which of the two made a number. */
export const scoreSources = ['rules', 'model'] as const;
export type ScoreSource = (typeof scoreSources)[number];

/** One line of the ordered class rules: whoever meets the condition is of the class; the first that fits decides. */
export interface ClassRule {
  readonly id: string;
  readonly class: LeadClass;
  readonly condition: Condition;
}

/** Points for what a lead is. */
export interface FitRule {
  readonly id: string;
  readonly points: number;
  readonly condition: Condition;
}

/** What a lead can have done, or had done with it. */
export const touchKinds = [
  'formSubmit',
  'callConnected',
  'visit',
  'meeting',
  'messageReply',
  'note',
  'callMissed',
] as const;
export type TouchKind = (typeof touchKinds)[number];
export type TouchCounts = Readonly<Record<TouchKind, number>>;

export const touchLabels: Readonly<Record<TouchKind, Words>> = {
  formSubmit: { zh: '提交表单', en: 'form submitted' },
  callConnected: { zh: '电话接通', en: 'call connected' },
  visit: { zh: '拜访', en: 'visit' },
  meeting: { zh: '会议', en: 'meeting' },
  messageReply: { zh: '消息往来', en: 'message exchanged' },
  note: { zh: '跟进记录', en: 'note' },
  callMissed: { zh: '电话未接通', en: 'call not answered' },
};

/** Points for what happened, each kind at most so many times. */
export interface TouchRule {
  readonly kind: TouchKind;
  readonly points: number;
  readonly most: number;
}

/** How a score is made by rules: fit + behaviour − decay. */
export interface ScorePlan {
  readonly fit: readonly FitRule[];
  readonly touches: readonly TouchRule[];
  /** Taken off for every so many idle days, of what is left. */
  readonly decayPercent: number;
  readonly decayDays: number;
}

/** Why a score is what it is, by key: `fit:<rule>`, `touch:<kind>`, `idle`, `model:<feature>`. Words come when read. */
export interface ScoreReason {
  readonly key: string;
  readonly points: number;
  /** How often it happened, or for how many days nothing did. */
  readonly n?: number;
}

export interface Score {
  readonly score: number;
  readonly band: ScoreBand;
  readonly reasons: readonly ScoreReason[];
}

/** Both kinds of outcome must be there this often before anything is learnt from them. */
export const examplesAtLeast = 50;

/** What was known of a lead before its outcome. Nothing that an outcome sets may stand here. */
export interface LeadFacts {
  readonly channel: string | null;
  readonly industry: string | null;
  readonly region: string | null;
  readonly captureMethod: string | null;
  readonly registeredCapital: string | null;
  readonly staffCount: number | null;
  readonly expectedAmount: string | null;
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
  readonly hasTitle: boolean;
  readonly hasCampaign: boolean;
  readonly touches: TouchCounts;
}

/** A lead whose outcome is known: what to learn from. */
export interface Example {
  readonly facts: LeadFacts;
  readonly converted: boolean;
  /** ISO instant of the outcome. */
  readonly at: string;
}

/** One column of the model: `channel=social`, `staff`. */
export interface Feature {
  readonly key: string;
  /** Catalogue field it reads, so that whoever may not see the field is not told about it; null: what happened. */
  readonly field: string | null;
  readonly mean: number;
  readonly scale: number;
  readonly weight: number;
}

export interface TrainedModel {
  readonly features: readonly Feature[];
  readonly intercept: number;
  /** Platt's correction of the log-odds, learnt from later leads than the weights. */
  readonly slope: number;
  readonly shift: number;
}

export interface Decile {
  readonly leads: number;
  readonly converted: number;
  readonly lift: number;
}

export interface CalibrationBin {
  readonly leads: number;
  readonly predicted: number;
  readonly actual: number;
}

/** The back-test: learnt on the older leads, asked about the newer ones. */
export interface BackTest {
  readonly trainedOn: number;
  readonly testedOn: number;
  readonly testedFrom: string;
  readonly testedTo: string;
  readonly baseRate: number;
  readonly auc: number;
  readonly brier: number;
  /** Of saying the base rate about everybody. */
  readonly baseBrier: number;
  readonly deciles: readonly Decile[];
  readonly calibration: readonly CalibrationBin[];
}

export type Training =
  | { readonly unusable: 'too_few'; readonly converted: number; readonly lost: number }
  | {
      readonly unusable: 'worse_than_base' | null;
      readonly converted: number;
      readonly lost: number;
      readonly until: string;
      readonly model: TrainedModel;
      readonly report: BackTest;
    };
