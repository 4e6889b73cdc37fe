import { ClipboardList, Inbox, PlugZap } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { WebSlice } from '#kernel/web/slice.ts';
import { captureFormList } from '../contract/forms.ts';
import { sourceList } from '../contract/sources.ts';
import { submissionList } from '../contract/submissions.ts';
import { useKeptCount } from './parts/kept-count.ts';

const reads = 'capture.read';

export const webSlice: WebSlice = {
  name: 'capture',
  nav: [
    {
      key: 'forms',
      group: 'business',
      order: 13,
      label: { zh: '获客表单', en: 'Forms' },
      icon: ClipboardList,
      path: '/forms',
      permission: reads,
    },
    {
      key: 'incoming',
      group: 'business',
      order: 14,
      label: { zh: '获客收件', en: 'Incoming' },
      icon: Inbox,
      path: '/incoming',
      permission: reads,
      useCount: useKeptCount,
    },
    {
      key: 'sources',
      group: 'settings',
      order: 46,
      label: { zh: '线索来源', en: 'Lead sources' },
      icon: PlugZap,
      path: '/settings/sources',
      permission: reads,
    },
  ],
  screens: [
    { path: '/forms', permission: reads, load: () => import('./screens/forms-screen.tsx') },
    {
      path: '/forms/new',
      permission: 'capture.manage',
      load: () => import('./screens/form-builder-screen.tsx'),
    },
    { path: '/forms/$id', permission: reads, load: () => import('./screens/form-builder-screen.tsx') },
    { path: '/incoming', permission: reads, load: () => import('./screens/incoming-screen.tsx') },
    { path: '/settings/sources', permission: reads, load: () => import('./screens/sources-screen.tsx') },
  ],
  panels: [
    {
      key: 'capture',
      object: 'leads',
      place: 'tab',
      order: 30,
      label: { zh: '怎么来的', en: 'How it came' },
      Part: lazyPart(async () => (await import('./parts/how-it-came.tsx')).HowItCame),
    },
  ],
  objects: [
    {
      object: 'captureForms',
      icon: ClipboardList,
      label: { zh: '表单', en: 'Form' },
      path: (id) => `/forms/${id}`,
      list: captureFormList,
    },
    {
      object: 'captureSubmissions',
      icon: Inbox,
      label: { zh: '收件', en: 'Submission' },
      path: (id) => `/incoming?open=${id}`,
      list: submissionList,
    },
    {
      object: 'captureSources',
      icon: PlugZap,
      label: { zh: '线索来源', en: 'Source' },
      path: (id) => `/settings/sources?open=${id}`,
      list: sourceList,
    },
  ],
};
