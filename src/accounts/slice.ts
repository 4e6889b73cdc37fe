import type { Slice } from '#kernel/slice.ts';
import { checks } from './checks.ts';
import { importAccounts } from './commands/import-accounts.ts';
import { importContacts } from './commands/import-contacts.ts';
import * as contract from './contract.ts';
import { demo } from './demo.ts';
import { accountObject, contactObject } from './fields.ts';
import { accountSource, contactSource } from './queries.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

const reading = ['accounts.read', 'contacts.read'];
const working = [
  ...reading,
  'accounts.create',
  'accounts.update',
  'contacts.create',
  'contacts.update',
  'contacts.delete',
];
const leading = [...working, 'accounts.assign', 'accounts.delete'];
const everybodys = { accounts: 'all', contacts: 'all' } as const;

export const slice: Slice = {
  name: 'accounts',
  objects: [accountObject, contactObject],
  permissions: [
    { key: 'accounts.read', label: { zh: '查看客户', en: 'See accounts' } },
    { key: 'accounts.create', label: { zh: '新建客户', en: 'Create accounts' } },
    { key: 'accounts.update', label: { zh: '修改客户', en: 'Change accounts' } },
    { key: 'accounts.delete', label: { zh: '删除与恢复客户', en: 'Delete and restore accounts' } },
    { key: 'accounts.assign', label: { zh: '转移客户', en: 'Transfer accounts' } },
    { key: 'contacts.read', label: { zh: '查看联系人', en: 'See contacts' } },
    { key: 'contacts.create', label: { zh: '新建联系人', en: 'Create contacts' } },
    { key: 'contacts.update', label: { zh: '修改联系人', en: 'Change contacts' } },
    { key: 'contacts.delete', label: { zh: '删除与恢复联系人', en: 'Delete and restore contacts' } },
  ],
  presets: [
    { role: 'rep', permissions: working, scopes: { accounts: 'self', contacts: 'self' } },
    { role: 'manager', permissions: leading, scopes: { accounts: 'teamTree', contacts: 'teamTree' } },
    { role: 'admin', permissions: leading, scopes: everybodys },
    { role: 'marketing', permissions: reading, scopes: everybodys },
    { role: 'finance', permissions: reading, scopes: everybodys },
    { role: 'service', permissions: reading, scopes: everybodys },
    { role: 'auditor', permissions: reading, scopes: everybodys },
  ],
  routes,
  lists: [
    { contract: contract.accountList, source: accountSource },
    { contract: contract.contactList, source: contactSource },
  ],
  imports: [importAccounts, importContacts],
  reactions,
  checks,
  demo,
};
