import type { CampaignStatus, Channel } from '../model.ts';

interface CampaignPlan {
  readonly name: string;
  readonly code: string;
  readonly channel: Channel;
  readonly status: CampaignStatus;
  /** Months from this one to its beginning. */
  readonly from: number;
  /** How long it runs; null: until further notice. */
  readonly months: number | null;
  readonly budget: string;
  /** Its costs, month after month. */
  readonly costs: readonly string[];
}

export const campaigns: readonly CampaignPlan[] = [
  {
    name: '华东工博会',
    code: 'ciif',
    channel: 'exhibition',
    status: 'ended',
    from: -9,
    months: 8,
    budget: '420000.00',
    costs: ['86000.00', '118600.00', '42350.00', '23800.00', '16400.00', '31200.50', '64180.00', '12900.00'],
  },
  {
    name: '外观检测公开课',
    code: 'open-class',
    channel: 'social',
    status: 'running',
    from: -8,
    months: null,
    budget: '300000.00',
    costs: [
      ...['18600.00', '26800.00', '24150.75', '31200.00', '28400.00'],
      ...['33960.25', '29800.00', '35200.00', '21480.00'],
    ],
  },
  {
    name: '春季新品发布会',
    code: 'spring-launch',
    channel: 'media',
    status: 'planned',
    from: 3,
    months: 1,
    budget: '150000.00',
    costs: [],
  },
];

/** What a channel costs in a usual month, and how much that swings. */
export const monthly = [
  { channel: 'website', amount: 12_600, swing: 0.12 },
  { channel: 'search', amount: 68_000, swing: 0.22 },
  { channel: 'social', amount: 9_800, swing: 0.3 },
  { channel: 'referral', amount: 6_200, swing: 0.5 },
  { channel: 'hotline', amount: 8_900, swing: 0.08 },
  { channel: 'telesales', amount: 37_500, swing: 0.1 },
  { channel: 'media', amount: 21_400, swing: 0.35 },
] as const;
