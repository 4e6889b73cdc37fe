import { ScrollText } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { Panel, PanelProps, WebSlice } from '#kernel/web/slice.ts';

/** Records that have a page or panel with tabs. */
const objects = [
  'leads',
  'accounts',
  'contacts',
  'opportunities',
  'contracts',
  'receivables',
  'receipts',
] as const;

function changesOf(object: string): Panel {
  return {
    key: 'changes',
    object,
    place: 'tab',
    order: 90,
    label: { zh: '修改记录', en: 'Changes' },
    Part: lazyPart<PanelProps>(async () => {
      const { RecordChanges } = await import('./parts/record-changes.tsx');
      return ({ recordId }) => <RecordChanges object={object} recordId={recordId} />;
    }),
  };
}

export const webSlice: WebSlice = {
  name: 'audit',
  nav: [
    {
      key: 'audit',
      group: 'settings',
      order: 90,
      label: { zh: '审计', en: 'Audit' },
      icon: ScrollText,
      path: '/settings/audit',
      permission: 'audit.read',
    },
  ],
  screens: [
    { path: '/settings/audit', permission: 'audit.read', load: () => import('./screens/audit-screen.tsx') },
  ],
  objects: [
    {
      object: 'audit',
      icon: ScrollText,
      label: { zh: '审计', en: 'Audit' },
      path: () => '/settings/audit',
    },
  ],
  panels: objects.map(changesOf),
};
