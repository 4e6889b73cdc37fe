import { ScrollText } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { WebSlice } from '#kernel/web/slice.ts';
import { contractList } from '../contract.ts';

const label = { zh: '合同', en: 'Contracts' };
const permission = 'contracts.read';

export const webSlice: WebSlice = {
  name: 'contracts',
  nav: [
    {
      key: 'contracts',
      group: 'business',
      order: 40,
      label,
      icon: ScrollText,
      path: '/contracts',
      permission,
    },
  ],
  screens: [
    { path: '/contracts', permission, load: () => import('./screens/contracts-screen.tsx') },
    { path: '/contracts/$id', permission, load: () => import('./screens/contract-screen.tsx') },
    {
      path: '/contracts/$id/edit',
      permission: 'contracts.update',
      load: () => import('./screens/edit-contract-screen.tsx'),
    },
  ],
  panels: [
    {
      key: 'contracts',
      object: 'accounts',
      place: 'side',
      label,
      order: 30,
      permission,
      Part: lazyPart(async () => (await import('./parts/contract-lines-of.tsx')).ContractsOfAccount),
    },
    {
      key: 'contracts',
      object: 'opportunities',
      place: 'side',
      label,
      order: 30,
      permission,
      Part: lazyPart(async () => (await import('./parts/contract-lines-of.tsx')).ContractsOfDeal),
    },
    {
      key: 'contracts',
      object: 'accounts',
      place: 'money',
      label,
      order: 30,
      permission,
      Part: lazyPart(async () => (await import('./parts/contract-money-cell.tsx')).ContractMoneyCell),
    },
  ],
  objects: [
    {
      object: 'contracts',
      icon: ScrollText,
      label: { zh: '合同', en: 'Contract' },
      path: (id) => `/contracts/${id}`,
      list: contractList,
      create: {
        permission: 'contracts.create',
        label: { zh: '新建合同', en: 'New contract' },
        Dialog: lazyPart(
          async () => (await import('./parts/create-contract-dialog.tsx')).CreateContractDialog,
        ),
      },
    },
  ],
};
