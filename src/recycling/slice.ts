import type { Slice } from '#kernel/slice.ts';
import { checks } from './checks.ts';
import { demo } from './demo.ts';
import { jobs } from './jobs.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

const managing = ['recycling.read', 'recycling.manage'];

export const slice: Slice = {
  name: 'recycling',
  permissions: [
    { key: 'recycling.read', label: { zh: '查看回收规则', en: 'See recycling rules' } },
    {
      key: 'recycling.manage',
      label: { zh: '试算与启用回收规则', en: 'Simulate and switch recycling rules' },
    },
  ],
  presets: [
    { role: 'admin', permissions: managing },
    { role: 'marketing', permissions: managing },
    { role: 'manager', permissions: ['recycling.read'] },
    { role: 'auditor', permissions: ['recycling.read'] },
  ],
  routes,
  jobs,
  reactions,
  checks,
  demo,
};
