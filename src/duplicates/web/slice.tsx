import { CopyCheck, ScrollText, Search, SlidersHorizontal, UserRoundCheck } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { FormHint, WebSlice } from '#kernel/web/slice.ts';
import { takeoverList } from '../contract.ts';

const hint = {
  permission: 'duplicates.lookUp',
  code: 'possible_duplicate',
  sends: 'duplicateReason',
  Part: lazyPart(async () => (await import('./parts/known-hint.tsx')).KnownHint),
  Reason: lazyPart(async () => (await import('./parts/known-hint.tsx')).WhyAllTheSame),
} satisfies Partial<FormHint>;

export const webSlice: WebSlice = {
  name: 'duplicates',
  nav: [
    {
      key: 'look-up',
      group: 'business',
      order: 12,
      label: { zh: '查重', en: 'Look up' },
      icon: Search,
      path: '/look-up',
      permission: 'duplicates.lookUp',
    },
    {
      key: 'takeovers',
      group: 'business',
      order: 13,
      label: { zh: '接手申请', en: 'Take-overs' },
      icon: UserRoundCheck,
      path: '/takeovers',
      permission: 'takeovers.read',
    },
    {
      key: 'duplicates',
      group: 'business',
      order: 14,
      label: { zh: '重复中心', en: 'Duplicates' },
      icon: CopyCheck,
      path: '/duplicates',
      permission: 'duplicates.merge',
    },
    {
      key: 'duplicate-rules',
      group: 'settings',
      order: 42,
      label: { zh: '查重规则', en: 'Duplicate rules' },
      icon: SlidersHorizontal,
      path: '/settings/duplicates',
      permission: 'duplicates.rules',
    },
    {
      key: 'look-up-log',
      group: 'settings',
      order: 43,
      label: { zh: '查重记录', en: 'Look-up log' },
      icon: ScrollText,
      path: '/settings/look-ups',
      permission: 'duplicates.log',
    },
  ],
  screens: [
    { path: '/look-up', permission: 'duplicates.lookUp', load: () => import('./screens/look-up-screen.tsx') },
    {
      path: '/takeovers',
      permission: 'takeovers.read',
      load: () => import('./screens/takeovers-screen.tsx'),
    },
    {
      path: '/takeovers/$id',
      permission: 'takeovers.read',
      load: () => import('./screens/takeover-screen.tsx'),
    },
    {
      path: '/duplicates',
      permission: 'duplicates.merge',
      load: () => import('./screens/duplicates-screen.tsx'),
    },
    {
      path: '/duplicates/compare',
      permission: 'duplicates.merge',
      load: () => import('./screens/compare-screen.tsx'),
    },
    {
      path: '/duplicates/$id',
      permission: 'duplicates.merge',
      load: () => import('./screens/group-screen.tsx'),
    },
    {
      path: '/settings/duplicates',
      permission: 'duplicates.rules',
      load: () => import('./screens/rules-screen.tsx'),
    },
    {
      path: '/settings/look-ups',
      permission: 'duplicates.log',
      load: () => import('./screens/look-up-log-screen.tsx'),
    },
  ],
  objects: [
    {
      object: 'takeovers',
      icon: UserRoundCheck,
      label: { zh: '接手申请', en: 'Take-over request' },
      path: (id) => `/takeovers/${id}`,
      list: takeoverList,
    },
    {
      object: 'duplicateGroups',
      icon: CopyCheck,
      label: { zh: '重复组', en: 'Group of duplicates' },
      path: (id) => `/duplicates/${id}`,
    },
  ],
  formHints: [
    { ...hint, object: 'leads', keys: ['company', 'phone', 'email', 'uscc'] },
    { ...hint, object: 'accounts', keys: ['name', 'phone', 'uscc'] },
    { ...hint, object: 'contacts', keys: ['phone', 'email'] },
  ],
};
