import type { Slice } from '#kernel/slice.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';

export const slice: Slice = {
  name: 'customfields',
  permissions: [{ key: 'custom_fields.manage', label: { zh: '管理自定义字段', en: 'Manage custom fields' } }],
  presets: [{ role: 'admin', permissions: ['custom_fields.manage'] }],
  routes,
  jobs,
};
