import type { Slice } from '#kernel/slice.ts';
import { checks } from './checks.ts';
import { importLeads } from './commands/import-leads.ts';
import * as contract from './contract.ts';
import { demo } from './demo.ts';
import { leadPoolObject } from './fields/pool.ts';
import { leadObject } from './fields.ts';
import { leadSource, poolLeadSource, poolMember } from './queries.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export const slice: Slice = {
  name: 'leads',
  objects: [leadObject, leadPoolObject],
  alsoVisible: { leads: poolMember },
  permissions: [
    { key: 'leads.read', label: { zh: '查看线索', en: 'See leads' } },
    { key: 'leads.create', label: { zh: '新建线索', en: 'Create leads' } },
    { key: 'leads.update', label: { zh: '修改线索', en: 'Change leads' } },
    { key: 'leads.delete', label: { zh: '删除与恢复线索', en: 'Delete and restore leads' } },
    { key: 'leads.claim', label: { zh: '从公海领取', en: 'Claim from pools' } },
    { key: 'leads.release', label: { zh: '退回公海', en: 'Release to pools' } },
    { key: 'leads.assign', label: { zh: '分配线索', en: 'Assign leads' } },
    { key: 'leadPools.manage', label: { zh: '设置公海与库容', en: 'Set up pools and caps' } },
    { key: 'leads.convert', label: { zh: '转为客户', en: 'Convert leads' } },
  ],
  presets: [
    {
      role: 'rep',
      permissions: [
        'leads.read',
        'leads.create',
        'leads.update',
        'leads.claim',
        'leads.release',
        'leads.convert',
      ],
      scopes: { leads: 'self' },
    },
    {
      role: 'manager',
      permissions: [
        'leads.read',
        'leads.create',
        'leads.update',
        'leads.delete',
        'leads.claim',
        'leads.release',
        'leads.assign',
        'leads.convert',
      ],
      scopes: { leads: 'teamTree' },
    },
    {
      role: 'marketing',
      permissions: [
        'leads.read',
        'leads.create',
        'leads.update',
        'leads.delete',
        'leads.assign',
        'leadPools.manage',
      ],
      scopes: { leads: 'all' },
    },
    {
      role: 'admin',
      permissions: [
        'leads.read',
        'leads.create',
        'leads.update',
        'leads.delete',
        'leads.claim',
        'leads.release',
        'leads.assign',
        'leadPools.manage',
        'leads.convert',
      ],
      scopes: { leads: 'all' },
    },
    { role: 'auditor', permissions: ['leads.read'], scopes: { leads: 'all' } },
  ],
  routes,
  lists: [
    { contract: contract.leadList, source: leadSource },
    { contract: contract.poolLeadList, source: poolLeadSource },
  ],
  imports: [importLeads],
  reactions,
  checks,
  demo,
};
