import { CalendarOff, Split, Timer } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { WebSlice } from '#kernel/web/slice.ts';

export const webSlice: WebSlice = {
  name: 'assignment',
  nav: [
    {
      key: 'assignment',
      group: 'settings',
      order: 12,
      label: { zh: '线索分配', en: 'Lead assignment' },
      icon: Split,
      path: '/settings/assignment',
      permission: 'assignment.read',
    },
    {
      key: 'leave',
      group: 'settings',
      order: 24,
      label: { zh: '休假与工作时间', en: 'Leave and hours' },
      icon: CalendarOff,
      path: '/settings/leave',
      permission: 'leaves.read',
    },
    {
      key: 'first-responses',
      group: 'insight',
      order: 60,
      label: { zh: '首次响应', en: 'First responses' },
      icon: Timer,
      path: '/first-responses',
      permission: 'responseTimers.read',
    },
  ],
  screens: [
    {
      path: '/settings/assignment',
      permission: 'assignment.read',
      load: () => import('./screens/assignment-screen.tsx'),
    },
    { path: '/settings/leave', permission: 'leaves.read', load: () => import('./screens/leave-screen.tsx') },
    {
      path: '/first-responses',
      permission: 'responseTimers.read',
      load: () => import('./screens/responses-screen.tsx'),
    },
  ],
  panels: [
    {
      key: 'assignments',
      object: 'leads',
      place: 'side',
      label: { zh: '分配记录', en: 'Assignments' },
      order: 20,
      permission: 'leads.read',
      Part: lazyPart(async () => (await import('./parts/lead-assignments.tsx')).LeadAssignments),
    },
  ],
};
