import type { Slice } from '#kernel/slice.ts';
import { checks } from './checks.ts';
import { exportList } from './contract/exports.ts';
import { importList } from './contract/imports.ts';
import { exportObject, importObject } from './fields.ts';
import { jobs } from './jobs.ts';
import { exportSource, importSource } from './queries/imports.ts';
import { routes } from './routes.ts';

const both = ['transfer.import', 'transfer.export'];

export const slice: Slice = {
  name: 'transfer',
  objects: [importObject, exportObject],
  permissions: [
    { key: 'transfer.import', label: { zh: '导入', en: 'Import' } },
    { key: 'transfer.export', label: { zh: '导出', en: 'Export' } },
  ],
  presets: [
    { role: 'manager', permissions: both, scopes: { imports: 'teamTree', exports: 'teamTree' } },
    { role: 'marketing', permissions: both, scopes: { imports: 'self', exports: 'self' } },
    { role: 'finance', permissions: ['transfer.export'], scopes: { exports: 'self' } },
    { role: 'admin', permissions: both, scopes: { imports: 'all', exports: 'all' } },
  ],
  routes,
  lists: [
    { contract: importList, source: importSource },
    { contract: exportList, source: exportSource },
  ],
  jobs,
  checks,
};
