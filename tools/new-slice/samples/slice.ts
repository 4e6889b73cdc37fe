import type { Slice } from '#kernel/slice.ts';
import * as contract from './contract.ts';
import { sampleObject } from './fields.ts';
import { sampleSource } from './queries.ts';
import { routes } from './routes.ts';

const everything = ['samples.read', 'samples.create', 'samples.update'];

export const slice: Slice = {
  name: 'samples',
  objects: [sampleObject],
  permissions: [
    { key: 'samples.read', label: { zh: '查看样本', en: 'See samples' } },
    { key: 'samples.create', label: { zh: '新建样本', en: 'Create samples' } },
    { key: 'samples.update', label: { zh: '修改样本', en: 'Change samples' } },
  ],
  presets: [
    { role: 'rep', permissions: everything, scopes: { samples: 'self' } },
    { role: 'manager', permissions: everything, scopes: { samples: 'teamTree' } },
    { role: 'admin', permissions: everything, scopes: { samples: 'all' } },
    { role: 'auditor', permissions: ['samples.read'], scopes: { samples: 'all' } },
  ],
  routes,
  lists: [{ contract: contract.sampleList, source: sampleSource }],
};
