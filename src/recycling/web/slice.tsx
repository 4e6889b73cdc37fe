import { Clock3, History, Recycle } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { WebSlice } from '#kernel/web/slice.ts';

export const webSlice: WebSlice = {
  name: 'recycling',
  nav: [
    {
      key: 'recycling',
      group: 'settings',
      order: 45,
      label: { zh: '回收规则', en: 'Recycling' },
      icon: Recycle,
      path: '/settings/recycling',
      permission: 'recycling.read',
    },
    {
      key: 'recycling-runs',
      group: 'settings',
      order: 46,
      label: { zh: '回收记录', en: 'Recycling runs' },
      icon: History,
      path: '/recycling/runs',
      permission: 'recycling.read',
    },
  ],
  screens: [
    {
      path: '/settings/recycling',
      permission: 'recycling.read',
      load: () => import('./screens/recycling-screen.tsx'),
    },
    { path: '/recycling/runs', permission: 'leads.read', load: () => import('./screens/runs-screen.tsx') },
    { path: '/recycling/soon', permission: 'leads.read', load: () => import('./screens/soon-screen.tsx') },
  ],
  home: [
    {
      key: 'due-soon',
      place: 'today',
      order: 20,
      permission: 'leads.claim',
      Part: lazyPart(async () => (await import('./parts/today-soon.tsx')).TodaySoon),
    },
  ],
  // Where news about a night and about what is near leads to.
  objects: [
    {
      object: 'recycleRuns',
      icon: History,
      label: { zh: '回收', en: 'Recycling' },
      path: (id) => `/recycling/runs?open=${id}`,
    },
    {
      object: 'recycleSoon',
      icon: Clock3,
      label: { zh: '即将回收', en: 'About to go back' },
      path: () => '/recycling/soon',
    },
  ],
  panels: [
    {
      key: 'clock',
      object: 'leads',
      place: 'side',
      order: 10,
      label: { zh: '回收', en: 'Goes back' },
      Part: lazyPart(async () => (await import('./parts/lead-clock.tsx')).LeadClock),
    },
  ],
};
