import { CalendarCheck, MessagesSquare } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { WebSlice } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { activityList, getToday } from '../contract.ts';
import { useRowSwipes } from './parts/use-row-swipes.ts';

const timeline = { zh: '时间线', en: 'Timeline' };

/** What is still open today, beside 今日 in the navigation. */
function useOpenToday(): number | undefined {
  const { data } = useRead(getToday, {}, { refreshMs: 120_000 });
  return data ? data.slipped.length + data.due.length : undefined;
}

export const webSlice: WebSlice = {
  name: 'activities',
  nav: [
    {
      key: 'today',
      group: 'work',
      order: 10,
      label: { zh: '今日', en: 'Today' },
      icon: CalendarCheck,
      path: '/today',
      permission: 'activities.create',
      useCount: useOpenToday,
    },
    {
      key: 'activities',
      group: 'business',
      order: 25,
      label: { zh: '跟进', en: 'Activities' },
      icon: MessagesSquare,
      path: '/activities',
      permission: 'activities.read',
    },
  ],
  screens: [
    { path: '/today', permission: 'activities.read', load: () => import('./screens/today-screen.tsx') },
    {
      path: '/activities',
      permission: 'activities.read',
      load: () => import('./screens/activities-screen.tsx'),
    },
  ],
  objects: [
    {
      object: 'activities',
      icon: MessagesSquare,
      label: { zh: '跟进', en: 'Activity' },
      path: (id) => `/activities?open=${id}`,
      list: activityList,
    },
  ],
  swipes: [
    {
      objects: ['leads', 'accounts', 'opportunities'],
      permission: 'activities.create',
      use: useRowSwipes,
    },
  ],
  panels: [
    {
      key: 'timeline',
      object: 'accounts',
      place: 'tab',
      order: 0,
      label: timeline,
      Part: lazyPart(async () => (await import('./parts/timeline-panel.tsx')).AccountTimeline),
    },
    {
      key: 'timeline',
      object: 'contacts',
      place: 'tab',
      order: 0,
      label: timeline,
      Part: lazyPart(async () => (await import('./parts/timeline-panel.tsx')).ContactTimeline),
    },
    {
      key: 'lastContact',
      object: 'accounts',
      place: 'figures',
      order: 60,
      label: { zh: '最近联系', en: 'Last contact' },
      permission: 'activities.read',
      Part: lazyPart(async () => (await import('./parts/last-contact-figure.tsx')).LastContactFigure),
    },
  ],
};
