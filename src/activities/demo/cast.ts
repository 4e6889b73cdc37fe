import type { ActivityKind, ActivityResult } from '../model.ts';

/**
 * How the reps work: rep1 is excellent, rep3 calls more than anybody but always the same few, rep7 forgets.
 * `few`: only so many customers hear from him. `planned`, `slipped`: what is on his list for today and what was left over.
 */
export const habits = [
  { account: 'rep1', activities: 180, few: 99, planned: 9, slipped: 0, done: 5 },
  { account: 'rep2', activities: 102, few: 99, planned: 6, slipped: 1, done: 3 },
  { account: 'rep3', activities: 258, few: 6, planned: 4, slipped: 2, done: 2 },
  { account: 'rep4', activities: 90, few: 99, planned: 6, slipped: 2, done: 2 },
  { account: 'rep5', activities: 114, few: 99, planned: 7, slipped: 1, done: 3 },
  { account: 'rep6', activities: 66, few: 99, planned: 4, slipped: 2, done: 1 },
  { account: 'rep7', activities: 33, few: 99, planned: 2, slipped: 9, done: 0 },
  { account: 'rep8', activities: 84, few: 99, planned: 5, slipped: 1, done: 2 },
  { account: 'rep9', activities: 78, few: 99, planned: 5, slipped: 1, done: 2 },
  { account: 'rep10', activities: 72, few: 99, planned: 5, slipped: 2, done: 1 },
  { account: 'rep11', activities: 54, few: 99, planned: 4, slipped: 1, done: 1 },
  { account: 'rep12', activities: 42, few: 99, planned: 3, slipped: 1, done: 1 },
] as const;

interface Line {
  readonly kind: ActivityKind;
  readonly content: string | null;
  readonly result?: ActivityResult;
  readonly minutes?: number;
}

export const lines: readonly Line[] = [
  { kind: 'call', content: '等总经理签字，预算已走到财务', result: 'interested', minutes: 6 },
  { kind: 'call', content: '法务已看合同，卡在质保金比例', result: 'interested', minutes: 11 },
  { kind: 'call', content: '约下周到厂看产线，需要带样件', result: 'booked', minutes: 4 },
  { kind: 'call', content: '在开会，让下午再打', result: 'later', minutes: 1 },
  { kind: 'call', content: '今年预算用完，明年一季度再看', result: 'refused', minutes: 3 },
  { kind: 'call', content: null, result: 'noAnswer' },
  { kind: 'call', content: null, result: 'noAnswer' },
  { kind: 'call', content: null, result: 'busy' },
  { kind: 'call', content: '确认工位数量 12 个，可能加到 16', minutes: 8 },
  { kind: 'call', content: '对比了另外两家，关心交付周期', minutes: 9 },
  { kind: 'visit', content: '看二车间来料口，预留 4 个工位', minutes: 52 },
  { kind: 'visit', content: '到厂演示外观检测，质量经理现场提了 3 个缺陷样', minutes: 95 },
  { kind: 'meeting', content: '线上方案演示，3 人参会，关注接口', minutes: 40 },
  { kind: 'message', content: '已发同行案例和报价说明' },
  { kind: 'message', content: '微信确认样件寄出，周三到' },
  { kind: 'note', content: '对方换了采购负责人，重新建立联系' },
  { kind: 'note', content: '竞品报价低两成，但不含安装' },
];

export const nextSteps = [
  '确认预算是否过会',
  '约签约时间',
  '跟进试用反馈',
  '发送改版报价',
  '回访使用情况',
  '约到厂演示',
] as const;
