import { CalendarClock, Wallet } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { WebSlice } from '#kernel/web/slice.ts';
import { receiptList, receivableList } from '../contract.ts';

const permission = 'receivables.read';
const plan = { zh: '应收计划', en: 'Receivables' };
const received = { zh: '已收', en: 'Received' };

export const webSlice: WebSlice = {
  name: 'receivables',
  nav: [
    {
      ...{ key: 'receivables', group: 'business', order: 50, label: { zh: '回款', en: 'Cash' } },
      ...{ icon: Wallet, path: '/receivables', permission },
    },
  ],
  screens: [
    { path: '/receivables', permission, load: () => import('./screens/receivables-screen.tsx') },
    { path: '/ageing', permission, load: () => import('./screens/ageing-screen.tsx') },
    { path: '/receipts', permission: 'receipts.read', load: () => import('./screens/receipts-screen.tsx') },
  ],
  panels: [
    {
      key: 'owed',
      object: 'accounts',
      place: 'side',
      label: plan,
      order: 40,
      permission,
      Part: lazyPart(async () => (await import('./parts/record-cash.tsx')).OwedByAccount),
    },
    {
      key: 'owed',
      object: 'contracts',
      place: 'side',
      label: plan,
      order: 40,
      permission,
      Part: lazyPart(async () => (await import('./parts/record-cash.tsx')).OwedOnContract),
    },
    {
      key: 'plan',
      object: 'accounts',
      place: 'money',
      label: plan,
      order: 40,
      permission,
      Part: lazyPart(async () => (await import('./parts/record-cash.tsx')).PlanMoneyCell),
    },
    {
      ...{ key: 'received', object: 'accounts', place: 'money', label: received, order: 60 },
      ...{
        permission,
        Part: lazyPart(async () => (await import('./parts/record-cash.tsx')).ReceivedMoneyCell),
      },
    },
  ],
  objects: [
    {
      object: 'receivables',
      icon: CalendarClock,
      label: { zh: '应收', en: 'Receivable' },
      path: (id) => `/receivables?view=all&open=${id}`,
      list: receivableList,
    },
    {
      object: 'receipts',
      icon: Wallet,
      label: { zh: '收款', en: 'Receipt' },
      path: (id) => `/receipts?view=all&open=${id}`,
      list: receiptList,
      create: {
        permission: 'receipts.create',
        label: { zh: '登记收款', en: 'Post receipt' },
        Dialog: lazyPart(async () => (await import('./parts/create-receipt-dialog.tsx')).CreateReceiptDialog),
      },
    },
  ],
};
