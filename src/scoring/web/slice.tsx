import { Gauge } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { WebSlice } from '#kernel/web/slice.ts';

export const webSlice: WebSlice = {
  name: 'scoring',
  nav: [
    {
      key: 'scoring',
      group: 'settings',
      order: 14,
      label: { zh: '分类与评分', en: 'Classes and scores' },
      icon: Gauge,
      path: '/settings/scoring',
      permission: 'scoring.read',
    },
  ],
  screens: [
    {
      path: '/settings/scoring',
      permission: 'scoring.read',
      load: () => import('./screens/scoring-screen.tsx'),
    },
  ],
  panels: [
    {
      key: 'grading',
      object: 'leads',
      place: 'side',
      label: { zh: '分类与评分', en: 'Class and score' },
      order: 10,
      permission: 'leads.read',
      Part: lazyPart(async () => (await import('./parts/grading-lines.tsx')).GradingLines),
    },
    {
      key: 'gradingHistory',
      object: 'leads',
      place: 'tab',
      label: { zh: '评分', en: 'Score' },
      order: 40,
      permission: 'leads.read',
      Part: lazyPart(async () => (await import('./parts/grading-tab.tsx')).GradingTab),
    },
  ],
};
