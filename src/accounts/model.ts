import type { Choice } from '#kernel/fields.ts';

/** How ripe a customer is (成熟度): the next contact date follows from it. */
export const maturityGrades = ['A', 'A-', 'B+', 'B', 'C', 'D'] as const;
export type MaturityGrade = (typeof maturityGrades)[number];

export const contactRoles = ['decider', 'influencer', 'user'] as const;
export type ContactRole = (typeof contactRoles)[number];

/** Where a customer came from: one list for leads, accounts and opportunities. */
export const channelChoices = [
  { key: 'website', label: { zh: '官网表单', en: 'Website' }, synonyms: ['官网', '网站', 'web'] },
  { key: 'search', label: { zh: '搜索引擎', en: 'Search' }, synonyms: ['百度推广', '搜索', 'sem', 'baidu'] },
  {
    key: 'social',
    label: { zh: '社交媒体', en: 'Social media' },
    synonyms: ['抖音', '视频号', '微信', '小红书'],
  },
  {
    key: 'exhibition',
    label: { zh: '展会', en: 'Trade fair' },
    synonyms: ['行业展会', 'fair', 'exhibition'],
  },
  { key: 'referral', label: { zh: '转介绍', en: 'Referral' }, synonyms: ['介绍', '老客户介绍'] },
  { key: 'hotline', label: { zh: '400电话', en: 'Hotline' }, synonyms: ['400', '呼入电话', '热线'] },
  { key: 'telesales', label: { zh: '电话营销', en: 'Telesales' }, synonyms: ['电销', '外呼'] },
  { key: 'media', label: { zh: '行业媒体', en: 'Trade media' }, synonyms: ['媒体'] },
  { key: 'import', label: { zh: '导入', en: 'Import' } },
  { key: 'other', label: { zh: '其他', en: 'Other' }, synonyms: ['其它'] },
] as const satisfies readonly Choice[];

export interface Account {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly ownerId: string;
}

/** Why an account may be the same company. */
export type MatchReason = 'name' | 'phone' | 'email';

export interface AccountMatch {
  readonly id: string;
  /** Whole when the asker may see the account, else its first character and `**`. */
  readonly name: string;
  readonly ownerName: string | null;
  readonly reason: MatchReason;
}

/** What the demo's later slices need to know of its customers. */
export interface SeededAccount {
  readonly id: string;
  readonly name: string;
  readonly ownerEmail: string;
  readonly ownerId: string;
  readonly grade: MaturityGrade;
  readonly channel: string;
  readonly createdAt: Date;
  readonly contacts: readonly { readonly id: string; readonly name: string }[];
}
