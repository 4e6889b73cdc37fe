import type { Slice } from '#kernel/slice.ts';
import { checks } from './checks.ts';
import * as contract from './contract.ts';
import { demo } from './demo.ts';
import { activityObject } from './fields.ts';
import { activitySource } from './queries/activities.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

const working = ['activities.read', 'activities.create'];
const leading = [...working, 'activities.delete'];

export const slice: Slice = {
  name: 'activities',
  objects: [activityObject],
  permissions: [
    { key: 'activities.read', label: { zh: '查看跟进', en: 'See activities' } },
    { key: 'activities.create', label: { zh: '记跟进', en: 'Log activities' } },
    { key: 'activities.delete', label: { zh: '删除任何跟进', en: 'Delete any activity' } },
  ],
  presets: [
    { role: 'rep', permissions: working, scopes: { activities: 'self' } },
    { role: 'manager', permissions: leading, scopes: { activities: 'teamTree' } },
    { role: 'admin', permissions: leading, scopes: { activities: 'all' } },
    { role: 'marketing', permissions: working, scopes: { activities: 'all' } },
    { role: 'finance', permissions: working, scopes: { activities: 'self' } },
    { role: 'service', permissions: working, scopes: { activities: 'all' } },
    { role: 'auditor', permissions: ['activities.read'], scopes: { activities: 'all' } },
  ],
  routes,
  lists: [{ contract: contract.activityList, source: activitySource }],
  reactions,
  checks,
  demo,
};
