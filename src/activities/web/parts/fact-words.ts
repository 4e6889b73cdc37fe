import type { Words } from '#kernel/fields.ts';

/** What a fact did, by the last word of its name: `lead.claimed`, `contract.activated`. */
const deeds: Readonly<Record<string, Words>> = {
  created: { zh: '新建', en: 'created' },
  updated: { zh: '修改', en: 'changed' },
  changed: { zh: '修改', en: 'changed' },
  claimed: { zh: '领取', en: 'claimed' },
  assigned: { zh: '分配', en: 'assigned' },
  transferred: { zh: '转移', en: 'transferred' },
  released: { zh: '退回公海', en: 'released' },
  recycled: { zh: '回收到公海', en: 'recycled' },
  converted: { zh: '转化', en: 'converted' },
  invalidated: { zh: '标为无效', en: 'marked as invalid' },
  classed: { zh: '重新分类', en: 'classified' },
  deleted: { zh: '删除', en: 'deleted' },
  restored: { zh: '恢复', en: 'restored' },
  moved: { zh: '移动', en: 'moved' },
  closed: { zh: '关闭', en: 'closed' },
  reopened: { zh: '重新打开', en: 'reopened' },
  submitted: { zh: '提交审批', en: 'submitted' },
  started: { zh: '发起', en: 'started' },
  decided: { zh: '审批', en: 'decided on' },
  reassigned: { zh: '转交', en: 'handed over' },
  returned: { zh: '退回', en: 'returned' },
  withdrawn: { zh: '撤回', en: 'withdrew' },
  activated: { zh: '生效', en: 'activated' },
  voided: { zh: '作废', en: 'voided' },
  opened: { zh: '生成', en: 'opened' },
  posted: { zh: '入账', en: 'posted' },
  allocated: { zh: '核销', en: 'allocated' },
  reversed: { zh: '冲销', en: 'reversed' },
};

const otherDeed: Words = { zh: '更新', en: 'updated' };

/** The verb for a fact's type. */
export function deedOf(type: string): Words {
  return deeds[type.split(/[._]/).at(-1) ?? ''] ?? otherDeed;
}
