import { FileDown, FileUp } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { WebSlice } from '#kernel/web/slice.ts';

export const webSlice: WebSlice = {
  name: 'transfer',
  nav: [
    {
      key: 'imports',
      group: 'business',
      order: 90,
      label: { zh: '导入', en: 'Imports' },
      icon: FileUp,
      path: '/imports',
      permission: 'transfer.import',
    },
    {
      key: 'exports',
      group: 'settings',
      order: 60,
      label: { zh: '导出记录', en: 'Exports' },
      icon: FileDown,
      path: '/settings/exports',
      permission: 'transfer.export',
    },
  ],
  screens: [
    { path: '/imports', permission: 'transfer.import', load: () => import('./screens/imports-screen.tsx') },
    {
      path: '/imports/new',
      permission: 'transfer.import',
      load: () => import('./screens/new-import-screen.tsx'),
    },
    {
      path: '/imports/$id',
      permission: 'transfer.import',
      load: () => import('./screens/import-screen.tsx'),
    },
    {
      path: '/settings/exports',
      permission: 'transfer.export',
      load: () => import('./screens/exports-screen.tsx'),
    },
  ],
  objects: [
    {
      object: 'imports',
      icon: FileUp,
      label: { zh: '导入', en: 'Import' },
      path: (id) => `/imports/${id}`,
    },
  ],
  listTools: [
    {
      key: 'export',
      order: 10,
      permission: 'transfer.export',
      Part: lazyPart(async () => (await import('./parts/export-tool.tsx')).ExportTool),
    },
    {
      key: 'import',
      order: 20,
      permission: 'transfer.import',
      Part: lazyPart(async () => (await import('./parts/import-tool.tsx')).ImportTool),
    },
  ],
};
