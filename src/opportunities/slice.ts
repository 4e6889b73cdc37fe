import type { Slice } from '#kernel/slice.ts';
import { checks } from './checks.ts';
import * as contract from './contract.ts';
import { demo } from './demo.ts';
import { opportunityObject } from './fields.ts';
import { opportunitySource } from './queries/opportunities.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

const reading = ['opportunities.read'];
const working = [...reading, 'opportunities.create', 'opportunities.update'];
const leading = [...working, 'opportunities.delete', 'opportunities.assign', 'opportunities.reopen'];

export const slice: Slice = {
  name: 'opportunities',
  objects: [opportunityObject],
  permissions: [
    { key: 'opportunities.read', label: { zh: '查看商机', en: 'See opportunities' } },
    { key: 'opportunities.create', label: { zh: '新建商机', en: 'Create opportunities' } },
    { key: 'opportunities.update', label: { zh: '修改与推进商机', en: 'Change and move opportunities' } },
    { key: 'opportunities.delete', label: { zh: '删除与恢复商机', en: 'Delete and restore opportunities' } },
    { key: 'opportunities.assign', label: { zh: '转移商机', en: 'Transfer opportunities' } },
    { key: 'opportunities.reopen', label: { zh: '重新打开商机', en: 'Reopen opportunities' } },
  ],
  presets: [
    { role: 'rep', permissions: working, scopes: { opportunities: 'self' } },
    { role: 'manager', permissions: leading, scopes: { opportunities: 'teamTree' } },
    { role: 'admin', permissions: leading, scopes: { opportunities: 'all' } },
    { role: 'marketing', permissions: reading, scopes: { opportunities: 'all' } },
    { role: 'finance', permissions: reading, scopes: { opportunities: 'all' } },
    { role: 'auditor', permissions: reading, scopes: { opportunities: 'all' } },
  ],
  routes,
  lists: [{ contract: contract.opportunityList, source: opportunitySource }],
  reactions,
  checks,
  demo,
};
