import { Box } from 'lucide-react';
import type { WebSlice } from '#kernel/web/slice.ts';
import { sampleList } from '../contract.ts';
import { CreateSampleDialog } from './parts/create-sample-dialog.tsx';

export const webSlice: WebSlice = {
  name: 'samples',
  nav: [
    {
      key: 'samples',
      group: 'business',
      order: 90,
      label: { zh: '样本', en: 'Samples' },
      icon: Box,
      path: '/samples',
      permission: 'samples.read',
    },
  ],
  screens: [
    { path: '/samples', permission: 'samples.read', load: () => import('./screens/samples-screen.tsx') },
    { path: '/samples/$id', permission: 'samples.read', load: () => import('./screens/sample-screen.tsx') },
  ],
  objects: [
    {
      object: 'samples',
      icon: Box,
      label: { zh: '样本', en: 'Sample' },
      path: (id) => `/samples/${id}`,
      list: sampleList,
      create: {
        permission: 'samples.create',
        label: { zh: '新建样本', en: 'New sample' },
        Dialog: CreateSampleDialog,
      },
    },
  ],
};
