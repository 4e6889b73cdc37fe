import { Building2, Users } from 'lucide-react';
import { lazyPart } from '#kernel/web/lazy-part.tsx';
import type { WebSlice } from '#kernel/web/slice.ts';
import { accountList, contactList } from '../contract.ts';

export const webSlice: WebSlice = {
  name: 'accounts',
  nav: [
    {
      key: 'accounts',
      group: 'business',
      order: 20,
      label: { zh: '客户', en: 'Accounts' },
      icon: Building2,
      path: '/accounts',
      permission: 'accounts.read',
    },
    {
      key: 'contacts',
      group: 'business',
      order: 21,
      label: { zh: '联系人', en: 'Contacts' },
      icon: Users,
      path: '/contacts',
      permission: 'contacts.read',
    },
  ],
  screens: [
    { path: '/accounts', permission: 'accounts.read', load: () => import('./screens/accounts-screen.tsx') },
    {
      path: '/accounts/$id',
      permission: 'accounts.read',
      load: () => import('./screens/account-screen.tsx'),
    },
    { path: '/contacts', permission: 'contacts.read', load: () => import('./screens/contacts-screen.tsx') },
    {
      path: '/contacts/$id',
      permission: 'contacts.read',
      load: () => import('./screens/contact-screen.tsx'),
    },
  ],
  objects: [
    {
      object: 'accounts',
      icon: Building2,
      label: { zh: '客户', en: 'Account' },
      path: (id) => `/accounts/${id}`,
      list: accountList,
      create: {
        permission: 'accounts.create',
        label: { zh: '新建客户', en: 'New account' },
        Dialog: lazyPart(async () => (await import('./parts/create-account-dialog.tsx')).CreateAccountDialog),
      },
    },
    {
      object: 'contacts',
      icon: Users,
      label: { zh: '联系人', en: 'Contact' },
      path: (id) => `/contacts/${id}`,
      list: contactList,
      create: {
        permission: 'contacts.create',
        label: { zh: '新建联系人', en: 'New contact' },
        Dialog: lazyPart(async () => (await import('./parts/create-contact-dialog.tsx')).CreateContactDialog),
      },
    },
  ],
};
