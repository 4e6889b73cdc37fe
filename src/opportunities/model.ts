export const stageKinds = ['open', 'won', 'lost', 'invalid'] as const;
export type StageKind = (typeof stageKinds)[number];

/** The steps of the one sales pipeline, in order, and its three ends. */
export const stageKeys = ['contacted', 'qualified', 'quoted', 'drafting', 'won', 'lost', 'invalid'] as const;
export type StageKey = (typeof stageKeys)[number];

export const openStageKeys = ['contacted', 'qualified', 'quoted', 'drafting'] as const;

export interface Stage {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Percent as a decimal string. */
  readonly winRate: string;
  readonly kind: StageKind;
  readonly position: number;
}

/** What an organisation starts with. */
export const defaultStages: readonly Stage[] = [
  { key: 'contacted', nameZh: '初步接洽', nameEn: 'First contact', winRate: '10', kind: 'open', position: 1 },
  {
    key: 'qualified',
    nameZh: '需求确认',
    nameEn: 'Needs confirmed',
    winRate: '30',
    kind: 'open',
    position: 2,
  },
  { key: 'quoted', nameZh: '报价', nameEn: 'Quotation', winRate: '50', kind: 'open', position: 3 },
  {
    key: 'drafting',
    nameZh: '合同拟定',
    nameEn: 'Contract drafted',
    winRate: '80',
    kind: 'open',
    position: 4,
  },
  { key: 'won', nameZh: '赢单', nameEn: 'Won', winRate: '100', kind: 'won', position: 5 },
  { key: 'lost', nameZh: '输单', nameEn: 'Lost', winRate: '0', kind: 'lost', position: 6 },
  { key: 'invalid', nameZh: '无效', nameEn: 'Invalid', winRate: '0', kind: 'invalid', position: 7 },
];

export const lostReasons = [
  'competitor',
  'price',
  'budget',
  'cancelled',
  'decision',
  'requirements',
  'other',
] as const;
export type LostReason = (typeof lostReasons)[number];

export type MoveDirection = 'created' | 'forward' | 'backward' | 'won' | 'lost' | 'invalid' | 'reopened';

/** What the sums per owner and stage are made of. */
export interface Counted {
  readonly ownerId: string;
  readonly stage: string;
  readonly amount: string;
  readonly winRate: string;
}

export interface Opportunity extends Counted {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly accountId: string;
  readonly contactId: string | null;
  readonly status: StageKind;
  readonly stageSince: Date;
  readonly stageSeq: number;
  readonly expectedCloseOn: string | null;
  readonly postponed: number;
}

/** What the demo's later slices need to know of its deals. */
export interface SeededOpportunity {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly contactId: string | null;
  readonly ownerId: string;
  readonly ownerEmail: string;
  readonly amount: string;
  readonly stage: string;
  readonly status: StageKind;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}
