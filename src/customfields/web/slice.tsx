import { ListPlus } from 'lucide-react';
import type { WebSlice } from '#kernel/web/slice.ts';

export const webSlice: WebSlice = {
  name: 'customfields',
  nav: [
    {
      key: 'custom-fields',
      group: 'settings',
      order: 30,
      label: { zh: '自定义字段', en: 'Custom fields' },
      icon: ListPlus,
      path: '/settings/fields',
      permission: 'custom_fields.manage',
    },
  ],
  screens: [
    {
      path: '/settings/fields',
      permission: 'custom_fields.manage',
      load: () => import('./screens/custom-fields-screen.tsx'),
    },
  ],
};
