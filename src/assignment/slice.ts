import type { Slice } from '#kernel/slice.ts';
import { checks } from './checks.ts';
import * as contract from './contract.ts';
import { demo } from './demo.ts';
import { leaveObject, responseTimerObject } from './fields.ts';
import { jobs } from './jobs.ts';
import { timerSource } from './queries/responses.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

const own = ['leaves.read', 'leaves.create', 'responseTimers.read'];
const all = { leaves: 'all', responseTimers: 'all' } as const;

export const slice: Slice = {
  name: 'assignment',
  objects: [leaveObject, responseTimerObject],
  permissions: [
    { key: 'assignment.read', label: { zh: '查看分配规则', en: 'See assignment rules' } },
    {
      key: 'assignment.manage',
      label: { zh: '管理分配规则与响应时限', en: 'Manage assignment and response times' },
    },
    { key: 'leaves.read', label: { zh: '查看休假与工作时间', en: 'See leave and hours' } },
    { key: 'leaves.create', label: { zh: '登记休假与工作时间', en: 'Set leave and hours' } },
    { key: 'responseTimers.read', label: { zh: '查看首次响应', en: 'See first responses' } },
  ],
  presets: [
    { role: 'rep', permissions: own, scopes: { leaves: 'self', responseTimers: 'self' } },
    {
      role: 'manager',
      permissions: ['assignment.read', ...own],
      scopes: { leaves: 'teamTree', responseTimers: 'teamTree' },
    },
    {
      role: 'marketing',
      permissions: ['assignment.read', 'assignment.manage', 'leaves.read', 'responseTimers.read'],
      scopes: all,
    },
    { role: 'admin', permissions: ['assignment.read', 'assignment.manage', ...own], scopes: all },
    {
      role: 'auditor',
      permissions: ['assignment.read', 'responseTimers.read'],
      scopes: { responseTimers: 'all' },
    },
  ],
  routes,
  lists: [{ contract: contract.timerList, source: timerSource }],
  jobs,
  reactions,
  checks,
  demo,
};
