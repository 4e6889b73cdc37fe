import type { Choice } from '#kernel/fields.ts';

/** How long an open amount is past its due day; the boundary day belongs to the lower bucket. */
export const ageingBuckets = ['notDue', 'd30', 'd60', 'd90', 'd180', 'd365', 'older'] as const;
export type AgeingBucket = (typeof ageingBuckets)[number];

/** The last day past due of each bucket, in their order; what is later than all of them is `older`. */
export const bucketEnds: readonly (readonly [bucket: AgeingBucket, lastDay: number])[] = [
  ['notDue', 0],
  ['d30', 30],
  ['d60', 60],
  ['d90', 90],
  ['d180', 180],
  ['d365', 365],
];

export const receiptMethods = ['transfer', 'bill', 'cheque', 'cash', 'alipay', 'wechat', 'other'] as const;
export type ReceiptMethod = (typeof receiptMethods)[number];

export const bucketChoices = [
  { key: 'notDue', label: { zh: '未到期', en: 'Not due' } },
  { key: 'd30', label: { zh: '1–30 天', en: '1–30 d' }, tone: 'warn' },
  { key: 'd60', label: { zh: '31–60 天', en: '31–60 d' }, tone: 'warn' },
  { key: 'd90', label: { zh: '61–90 天', en: '61–90 d' }, tone: 'warn' },
  { key: 'd180', label: { zh: '91–180 天', en: '91–180 d' }, tone: 'bad' },
  { key: 'd365', label: { zh: '181–365 天', en: '181–365 d' }, tone: 'bad' },
  { key: 'older', label: { zh: '365 天以上', en: 'Over 365 d' }, tone: 'bad' },
] as const satisfies readonly Choice[];

export const methodChoices = [
  { key: 'transfer', label: { zh: '银行转账', en: 'Bank transfer' }, synonyms: ['电汇', '网上转账'] },
  { key: 'bill', label: { zh: '承兑汇票', en: 'Bill of exchange' }, synonyms: ['承兑'] },
  { key: 'cheque', label: { zh: '支票', en: 'Cheque' } },
  { key: 'cash', label: { zh: '现金', en: 'Cash' } },
  { key: 'alipay', label: { zh: '支付宝', en: 'Alipay' } },
  { key: 'wechat', label: { zh: '微信支付', en: 'WeChat Pay' } },
  { key: 'other', label: { zh: '其他', en: 'Other' } },
] as const satisfies readonly Choice[];

/** One line of what a customer owes (应收). What is open is the amount less what was allocated. */
export interface Receivable {
  readonly id: string;
  readonly contractId: string;
  readonly accountId: string;
  readonly name: string;
  readonly amount: string;
  readonly allocated: string;
  readonly currency: string;
  readonly dueOn: string;
}

/** Money that came in (收款单). What is neither allocated nor taken back is the customer's prepayment (预收). */
export interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly accountId: string;
  readonly payer: string;
  readonly amount: string;
  readonly allocated: string;
  readonly reversed: string;
  readonly reverses: string | null;
  readonly currency: string;
  readonly bankDate: string;
  readonly memo: string | null;
}

export interface Allocation {
  readonly id: string;
  readonly receiptId: string;
  readonly receivableId: string;
  readonly amount: string;
  readonly currency: string;
  readonly reverses: string | null;
}

/** How the money of a receipt is to be used. */
export interface AllocationLine {
  readonly receivableId: string;
  readonly amount: string;
}

/** Why lines were proposed for a receipt. */
export type SuggestionReason = 'contractNumber' | 'exactAmount' | 'oldestDue' | 'nothingOpen';
