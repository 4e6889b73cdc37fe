import type { Slice } from '#kernel/slice.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';

export const slice: Slice = {
  name: 'audit',
  permissions: [{ key: 'audit.read', label: { zh: '查看审计', en: 'Read the audit' } }],
  presets: [
    { role: 'admin', permissions: ['audit.read'] },
    { role: 'auditor', permissions: ['audit.read'] },
  ],
  routes,
  jobs,
};
