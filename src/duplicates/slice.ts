import type { Slice } from '#kernel/slice.ts';
import { checks } from './checks.ts';
import * as contract from './contract.ts';
import { duplicateGroupObject, lookUpObject, takeoverObject } from './fields.ts';
import { jobs } from './jobs.ts';
import { groupSource, lookUpSource } from './queries/groups.ts';
import { seesTakeover, takeoverSource } from './queries/takeovers.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

const everybody = ['duplicates.lookUp', 'takeovers.read', 'takeovers.ask'];
const cleaning = ['duplicates.lookUp', 'duplicates.merge', 'takeovers.read'];

export const slice: Slice = {
  name: 'duplicates',
  objects: [takeoverObject, lookUpObject, duplicateGroupObject],
  alsoVisible: { takeovers: seesTakeover },
  permissions: [
    { key: 'duplicates.lookUp', label: { zh: '查重', en: 'Look up duplicates' } },
    { key: 'duplicates.merge', label: { zh: '合并重复线索', en: 'Merge duplicates' } },
    { key: 'duplicates.rules', label: { zh: '设置查重规则', en: 'Set duplicate rules' } },
    { key: 'duplicates.log', label: { zh: '查看查重记录', en: 'Read the look-up log' } },
    { key: 'takeovers.read', label: { zh: '查看接手申请', en: 'See take-over requests' } },
    { key: 'takeovers.ask', label: { zh: '申请接手', en: 'Ask to take over' } },
  ],
  presets: [
    { role: 'rep', permissions: everybody, scopes: { takeovers: 'self' } },
    { role: 'manager', permissions: [...everybody, 'duplicates.merge'], scopes: { takeovers: 'teamTree' } },
    { role: 'marketing', permissions: cleaning, scopes: { takeovers: 'self' } },
    { role: 'service', permissions: ['duplicates.lookUp'] },
    {
      role: 'admin',
      permissions: [...cleaning, 'duplicates.rules', 'duplicates.log', 'takeovers.ask'],
      scopes: { takeovers: 'all' },
    },
    { role: 'auditor', permissions: ['duplicates.log', 'takeovers.read'], scopes: { takeovers: 'all' } },
  ],
  routes,
  lists: [
    { contract: contract.takeoverList, source: takeoverSource },
    { contract: contract.lookUpList, source: lookUpSource },
    { contract: contract.groupList, source: groupSource },
  ],
  jobs,
  reactions,
  checks,
};
