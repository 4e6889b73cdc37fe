import type { Slice } from '#kernel/slice.ts';
import * as contract from './contract.ts';
import { demo } from './demo.ts';
import { campaignObject } from './fields/campaign.ts';
import { costObject } from './fields/cost.ts';
import { resultObject } from './fields/result.ts';
import { touchObject } from './fields/touch.ts';
import { campaignSource, costSource, resultSource, touchSource } from './queries/sources.ts';
import { routes } from './routes.ts';

const reading = ['channels.read', 'channels.board', 'campaigns.read', 'channelCosts.read'];
const spending = [...reading, 'campaigns.update', 'channelCosts.update'];

export const slice: Slice = {
  name: 'channels',
  objects: [campaignObject, costObject, touchObject, resultObject],
  permissions: [
    { key: 'channels.read', label: { zh: '查看渠道回报', en: 'See channel returns' } },
    { key: 'channels.board', label: { zh: '查看线索看板', en: 'See the lead board' } },
    { key: 'campaigns.read', label: { zh: '查看市场活动', en: 'See campaigns' } },
    { key: 'campaigns.update', label: { zh: '新建与修改市场活动', en: 'Create and change campaigns' } },
    { key: 'channelCosts.read', label: { zh: '查看渠道费用', en: 'See channel costs' } },
    { key: 'channelCosts.update', label: { zh: '登记渠道费用', en: 'Enter channel costs' } },
  ],
  presets: [
    { role: 'marketing', permissions: spending },
    { role: 'admin', permissions: spending },
    { role: 'manager', permissions: reading },
    { role: 'auditor', permissions: reading },
    { role: 'finance', permissions: ['campaigns.read', 'channelCosts.read'] },
  ],
  routes,
  lists: [
    { contract: contract.campaignList, source: campaignSource },
    { contract: contract.costList, source: costSource },
    { contract: contract.touchList, source: touchSource },
    { contract: contract.resultList, source: resultSource },
  ],
  demo,
};
