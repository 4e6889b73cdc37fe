import type { Slice } from '#kernel/slice.ts';
import { demo } from './demo.ts';
import { jobs } from './jobs.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

const reading = ['scoring.read'];

/** Rules are the organisation's, not anybody's rows: reading them needs no scope, the rows of a simulation do. */
export const slice: Slice = {
  name: 'scoring',
  permissions: [
    {
      key: 'scoring.read',
      label: { zh: '查看分类与评分规则、评分模型', en: 'See class rules, points and the score model' },
    },
    {
      key: 'scoring.manage',
      label: { zh: '管理分类与评分规则', en: 'Manage class rules, points and the model' },
    },
  ],
  presets: [
    { role: 'manager', permissions: reading },
    { role: 'marketing', permissions: reading },
    { role: 'auditor', permissions: reading },
    { role: 'admin', permissions: ['scoring.read', 'scoring.manage'] },
  ],
  routes,
  jobs,
  reactions,
  demo,
};
