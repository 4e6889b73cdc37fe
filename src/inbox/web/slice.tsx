import { Inbox } from 'lucide-react';
import type { WebSlice } from '#kernel/web/slice.ts';
import { useUnreadCount } from './parts/unread-count.ts';

export const webSlice: WebSlice = {
  name: 'inbox',
  nav: [
    {
      key: 'inbox',
      group: 'work',
      order: 20,
      label: { zh: '收件箱', en: 'Inbox' },
      icon: Inbox,
      path: '/inbox',
      useCount: useUnreadCount,
      badge: true,
    },
  ],
  screens: [{ path: '/inbox', load: () => import('./screens/inbox-screen.tsx') }],
};
