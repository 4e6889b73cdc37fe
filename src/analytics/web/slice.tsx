import { ChartNoAxesColumn, LayoutDashboard } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { WebSlice } from '#kernel/web/slice.ts';

export const webSlice: WebSlice = {
  name: 'analytics',
  nav: [
    {
      key: 'overview',
      group: 'work',
      order: 5,
      label: { zh: '总览', en: 'Overview' },
      icon: LayoutDashboard,
      path: '/overview',
    },
    {
      key: 'funnel',
      group: 'insight',
      order: 10,
      label: { zh: '漏斗与预测', en: 'Funnel and forecast' },
      icon: ChartNoAxesColumn,
      path: '/funnel',
      permission: 'analytics.read',
    },
  ],
  home: [
    {
      key: 'money',
      place: 'today',
      order: 10,
      Part: lazyPart(async () => (await import('./parts/today-money.tsx')).TodayMoney),
    },
  ],
  screens: [
    { path: '/', load: () => import('./screens/home-screen.tsx') },
    { path: '/overview', load: () => import('./screens/overview-screen.tsx') },
    {
      path: '/funnel',
      permission: 'analytics.read',
      load: () => import('./screens/funnel-screen.tsx'),
    },
  ],
};
