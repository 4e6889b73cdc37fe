import { Gauge, Magnet, Waves } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { WebSlice } from '#kernel/web/slice.ts';
import { leadList } from '../contract.ts';

export const webSlice: WebSlice = {
  name: 'leads',
  nav: [
    {
      key: 'leads',
      group: 'business',
      order: 10,
      label: { zh: '线索', en: 'Leads' },
      icon: Magnet,
      path: '/leads',
      permission: 'leads.read',
    },
    {
      key: 'pool',
      group: 'business',
      order: 11,
      label: { zh: '公海', en: 'Pool' },
      icon: Waves,
      path: '/pool',
      permission: 'leads.read',
    },
    {
      key: 'lead-pools',
      group: 'settings',
      order: 11,
      label: { zh: '公海设置', en: 'Pools' },
      icon: Waves,
      path: '/settings/pools',
      permission: 'leadPools.manage',
    },
    {
      key: 'lead-caps',
      group: 'business',
      order: 16,
      label: { zh: '库容', en: 'Caps' },
      icon: Gauge,
      path: '/caps',
      permission: 'leads.assign',
    },
  ],
  screens: [
    { path: '/leads', permission: 'leads.read', load: () => import('./screens/leads-screen.tsx') },
    { path: '/leads/$id', permission: 'leads.read', load: () => import('./screens/lead-screen.tsx') },
    {
      path: '/settings/pools',
      permission: 'leadPools.manage',
      load: () => import('./screens/pools-screen.tsx'),
    },
    { path: '/caps', permission: 'leads.assign', load: () => import('./screens/caps-screen.tsx') },
    { path: '/pool', permission: 'leads.read', load: () => import('./screens/pool-screen.tsx') },
  ],
  objects: [
    {
      object: 'leads',
      icon: Magnet,
      label: { zh: '线索', en: 'Lead' },
      path: (id) => `/leads/${id}`,
      list: leadList,
      create: {
        permission: 'leads.create',
        label: { zh: '新建线索', en: 'New lead' },
        Dialog: lazyPart(async () => (await import('./parts/create-lead-dialog.tsx')).CreateLeadDialog),
      },
    },
  ],
};
