import { Gauge, Megaphone, TrendingUp } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { WebSlice } from '#kernel/web/slice.ts';
import { campaignList } from '../contract.ts';

export const webSlice: WebSlice = {
  name: 'channels',
  nav: [
    {
      key: 'lead-board',
      group: 'insight',
      order: 15,
      label: { zh: '线索看板', en: 'Lead board' },
      icon: Gauge,
      path: '/lead-board',
      permission: 'channels.board',
    },
    {
      key: 'channels',
      group: 'insight',
      order: 20,
      label: { zh: '渠道回报', en: 'Channel returns' },
      icon: TrendingUp,
      path: '/channels',
      permission: 'channels.read',
    },
    {
      key: 'campaigns',
      group: 'insight',
      order: 25,
      label: { zh: '市场活动', en: 'Campaigns' },
      icon: Megaphone,
      path: '/campaigns',
      permission: 'campaigns.read',
    },
  ],
  screens: [
    {
      path: '/lead-board',
      permission: 'channels.board',
      load: () => import('./screens/lead-board-screen.tsx'),
    },
    { path: '/channels', permission: 'channels.read', load: () => import('./screens/channels-screen.tsx') },
    {
      path: '/channels/leads',
      permission: 'channels.read',
      load: () => import('./screens/touches-screen.tsx'),
    },
    {
      path: '/channels/results',
      permission: 'channels.read',
      load: () => import('./screens/results-screen.tsx'),
    },
    {
      path: '/channels/costs',
      permission: 'channelCosts.read',
      load: () => import('./screens/costs-screen.tsx'),
    },
    {
      path: '/channels/cost-entries',
      permission: 'channelCosts.read',
      load: () => import('./screens/cost-entries-screen.tsx'),
    },
    {
      path: '/campaigns',
      permission: 'campaigns.read',
      load: () => import('./screens/campaigns-screen.tsx'),
    },
  ],
  objects: [
    {
      object: 'campaigns',
      icon: Megaphone,
      label: { zh: '市场活动', en: 'Campaign' },
      path: (id) => `/campaigns?view=all&open=${id}`,
      list: campaignList,
      create: {
        permission: 'campaigns.update',
        label: { zh: '新建市场活动', en: 'New campaign' },
        Dialog: lazyPart(
          async () => (await import('./parts/create-campaign-dialog.tsx')).CreateCampaignDialog,
        ),
      },
    },
  ],
};
