import { Handshake } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { WebSlice } from '#kernel/web/slice.ts';
import { opportunityList } from '../contract.ts';

const label = { zh: '商机', en: 'Opportunities' };

export const webSlice: WebSlice = {
  name: 'opportunities',
  nav: [
    {
      key: 'opportunities',
      group: 'business',
      order: 30,
      label,
      icon: Handshake,
      path: '/opportunities',
      permission: 'opportunities.read',
    },
  ],
  screens: [
    {
      path: '/opportunities',
      permission: 'opportunities.read',
      load: () => import('./screens/opportunities-screen.tsx'),
    },
    {
      path: '/opportunities/$id',
      permission: 'opportunities.read',
      load: () => import('./screens/opportunity-screen.tsx'),
    },
  ],
  objects: [
    {
      object: 'opportunities',
      icon: Handshake,
      label: { zh: '商机', en: 'Opportunity' },
      path: (id) => `/opportunities/${id}`,
      list: opportunityList,
      create: {
        permission: 'opportunities.create',
        label: { zh: '新建商机', en: 'New opportunity' },
        Dialog: lazyPart(
          async () => (await import('./parts/create-opportunity-dialog.tsx')).CreateOpportunityDialog,
        ),
      },
    },
  ],
  panels: [
    {
      key: 'won',
      object: 'accounts',
      place: 'figures',
      order: 50,
      label,
      permission: 'opportunities.read',
      Part: lazyPart(async () => (await import('./parts/account-panels.tsx')).WonFigure),
    },
    {
      key: 'deals',
      object: 'accounts',
      place: 'money',
      order: 10,
      label,
      permission: 'opportunities.read',
      Part: lazyPart(async () => (await import('./parts/account-panels.tsx')).DealCell),
    },
    {
      key: 'openDeals',
      object: 'accounts',
      place: 'side',
      order: 10,
      label,
      permission: 'opportunities.read',
      Part: lazyPart(async () => (await import('./parts/account-panels.tsx')).OpenDeals),
    },
  ],
};
