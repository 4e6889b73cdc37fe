import type { Slice } from '#kernel/slice.ts';
import { checks } from './checks.ts';
import * as contract from './contract.ts';
import { demo } from './demo.ts';
import { contractObject } from './fields.ts';
import { approvesIt, contractSource } from './queries.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

const reading = ['contracts.read'];
const working = [...reading, 'contracts.create', 'contracts.update', 'contracts.submit'];
const leading = [...working, 'contracts.assign', 'contracts.delete'];

export const slice: Slice = {
  name: 'contracts',
  objects: [contractObject],
  alsoVisible: { contracts: approvesIt },
  permissions: [
    { key: 'contracts.read', label: { zh: '查看合同', en: 'See contracts' } },
    { key: 'contracts.create', label: { zh: '新建合同', en: 'Create contracts' } },
    { key: 'contracts.update', label: { zh: '修改与作废合同草稿', en: 'Change and void draft contracts' } },
    { key: 'contracts.submit', label: { zh: '提交合同审批', en: 'Submit contracts for approval' } },
    { key: 'contracts.assign', label: { zh: '转移合同', en: 'Transfer contracts' } },
    { key: 'contracts.delete', label: { zh: '删除与恢复合同', en: 'Delete and restore contracts' } },
  ],
  presets: [
    { role: 'rep', permissions: working, scopes: { contracts: 'self' } },
    { role: 'manager', permissions: leading, scopes: { contracts: 'teamTree' } },
    { role: 'admin', permissions: leading, scopes: { contracts: 'all' } },
    { role: 'finance', permissions: reading, scopes: { contracts: 'all' } },
    { role: 'auditor', permissions: reading, scopes: { contracts: 'all' } },
  ],
  routes,
  lists: [{ contract: contract.contractList, source: contractSource }],
  reactions,
  checks,
  demo,
};
