import type { Slice } from '#kernel/slice.ts';
import { checks } from './checks.ts';
import * as contract from './contract.ts';
import { approvalObject } from './fields.ts';
import { approvalSource, takesPart } from './queries.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

const reading = ['approvals.read'];
const deciding = [...reading, 'approvals.decide'];

export const slice: Slice = {
  name: 'approvals',
  objects: [approvalObject],
  alsoVisible: { approvals: takesPart },
  permissions: [
    { key: 'approvals.read', label: { zh: '查看与撤回自己的审批', en: 'See and withdraw own approvals' } },
    { key: 'approvals.decide', label: { zh: '审批', en: 'Decide approvals' } },
  ],
  presets: [
    { role: 'rep', permissions: reading, scopes: { approvals: 'self' } },
    { role: 'manager', permissions: deciding, scopes: { approvals: 'teamTree' } },
    { role: 'finance', permissions: reading, scopes: { approvals: 'all' } },
    { role: 'admin', permissions: deciding, scopes: { approvals: 'all' } },
    { role: 'auditor', permissions: reading, scopes: { approvals: 'all' } },
  ],
  routes,
  lists: [{ contract: contract.approvalList, source: approvalSource }],
  reactions,
  checks,
};
