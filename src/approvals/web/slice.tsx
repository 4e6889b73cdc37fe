import { Stamp } from 'lucide-react';
import type { WebSlice } from '#kernel/web/slice.ts';
import { approvalList } from '../contract.ts';
import { useWaitingCount } from './parts/waiting-count.ts';

export const webSlice: WebSlice = {
  name: 'approvals',
  nav: [
    {
      key: 'approvals',
      group: 'work',
      order: 30,
      label: { zh: '审批', en: 'Approvals' },
      icon: Stamp,
      path: '/approvals',
      permission: 'approvals.read',
      useCount: useWaitingCount,
    },
  ],
  screens: [
    {
      path: '/approvals',
      permission: 'approvals.read',
      load: () => import('./screens/approvals-screen.tsx'),
    },
    {
      path: '/approvals/$id',
      permission: 'approvals.read',
      load: () => import('./screens/approval-screen.tsx'),
    },
  ],
  objects: [
    {
      object: 'approvals',
      icon: Stamp,
      label: { zh: '审批', en: 'Approval' },
      path: (id) => `/approvals/${id}`,
      list: approvalList,
    },
  ],
};
