export const statusChoices = [
  { key: 'unassigned', label: { zh: '待分配', en: 'Unassigned' } },
  { key: 'pending', label: { zh: '待跟进', en: 'New' }, tone: 'accent' },
  { key: 'following', label: { zh: '跟进中', en: 'Following' } },
  { key: 'converted', label: { zh: '已转化', en: 'Converted' }, tone: 'ok' },
  { key: 'invalid', label: { zh: '无效', en: 'Invalid' } },
] as const;

export const invalidReasonChoices = [
  { key: 'emptyNumber', label: { zh: '空号', en: 'Dead number' } },
  { key: 'competitor', label: { zh: '同行', en: 'Competitor' } },
  { key: 'noNeed', label: { zh: '无需求', en: 'No need' } },
  { key: 'duplicate', label: { zh: '重复', en: 'Duplicate' } },
  { key: 'other', label: { zh: '其它', en: 'Other' } },
] as const;

/** How far a lead came; whoever came so far has been through everything before. */
export const funnelStepChoices = [
  { key: 'captured', label: { zh: '线索', en: 'Captured' } },
  { key: 'reached', label: { zh: '已触达', en: 'Reached' } },
  { key: 'followed', label: { zh: '有效跟进', en: 'Followed up' } },
  { key: 'opportunity', label: { zh: '商机', en: 'Opportunity' } },
  { key: 'quoted', label: { zh: '报价', en: 'Quoted' } },
  { key: 'won', label: { zh: '赢单', en: 'Won' } },
] as const;

/** Why a lead is back in a pool: what its owner said, or what else took it from him. */
export const returnReasonChoices = [
  { key: 'noNeed', label: { zh: '暂无需求', en: 'No need now' } },
  { key: 'unreachable', label: { zh: '联系不上', en: 'Cannot be reached' } },
  { key: 'notMyRegion', label: { zh: '不在我的区域', en: 'Not my region' } },
  { key: 'noTime', label: { zh: '顾不过来', en: 'No time' } },
  { key: 'other', label: { zh: '其他', en: 'Other' } },
  { key: 'recycled', label: { zh: '超期自动回收', en: 'Recycled' } },
  { key: 'reclaimed', label: { zh: '管理员收回', en: 'Taken back' } },
  { key: 'handedOver', label: { zh: '离职交接', en: 'Owner left' } },
  { key: 'assigned', label: { zh: '按规则退回', en: 'By a rule' } },
] as const;
