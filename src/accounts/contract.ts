import { z } from 'zod';
import { bulkContract } from '#kernel/bulk-contract.ts';
import { idSchema, operation, versionSchema } from '#kernel/contract.ts';
import { createShape, patchShape, rowSchema } from '#kernel/field-schemas.ts';
import { listContract } from '#kernel/list-contract.ts';
import { accountObject, contactObject } from './fields.ts';

const byId = z.strictObject({ id: idSchema });
const saved = z.object({ id: idSchema, version: versionSchema });
const names = z.record(z.string(), z.string());

const duplicateCode = {
  already_exists: {
    zh: '这个统一社会信用代码已有客户',
    en: 'An account with this credit code exists already',
  },
};

export const accountList = listContract(accountObject, { path: '/accounts', permission: 'accounts.read' });
export const contactList = listContract(contactObject, { path: '/contacts', permission: 'contacts.read' });

export const getAccount = operation({
  id: 'accounts.get',
  method: 'GET',
  path: '/accounts/{id}',
  summary: { zh: '一个客户，连同联系人', en: 'One account with its contacts' },
  permission: 'accounts.read',
  object: 'accounts',
  input: byId,
  output: z.object({
    account: rowSchema(accountObject),
    contacts: z.array(rowSchema(contactObject)),
    moreContacts: z.boolean(),
    names,
    may: z.object({ edit: z.boolean(), assign: z.boolean(), delete: z.boolean(), addContact: z.boolean() }),
  }),
});

export const matchAccounts = operation({
  id: 'accounts.matches',
  method: 'GET',
  path: '/accounts/matches',
  summary: { zh: '可能已有的客户', en: 'Accounts that may be the same' },
  permission: 'accounts.create',
  input: z.strictObject({
    name: z.string().max(200).optional(),
    phone: z.string().max(40).optional(),
    email: z.string().max(254).optional(),
  }),
  output: z.object({
    matches: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        ownerName: z.string().nullable(),
        reason: z.enum(['name', 'phone', 'email']),
      }),
    ),
  }),
});

export const createAccount = operation({
  id: 'accounts.create',
  method: 'POST',
  path: '/accounts',
  status: 201,
  summary: { zh: '新建客户', en: 'Create an account' },
  permission: 'accounts.create',
  input: z.strictObject({
    ...createShape(accountObject),
    duplicateReason: z.string().trim().min(2).max(200).optional().describe('why although it looks known'),
  }),
  output: saved,
  refusals: {
    possible_duplicate: {
      zh: '像是已有的记录（{count} 条），说明理由后可继续',
      en: 'Looks like {count} records we have; say why to go on',
    },
    duplicate_blocked: {
      zh: '已有这条记录，不能再建',
      en: 'This record is known already and cannot be entered again',
    },
    ...duplicateCode,
  },
});

export const updateAccount = operation({
  id: 'accounts.update',
  method: 'PATCH',
  path: '/accounts/{id}',
  summary: { zh: '修改客户', en: 'Change an account' },
  permission: 'accounts.update',
  object: 'accounts',
  input: z.strictObject({ id: idSchema, version: versionSchema, ...patchShape(accountObject) }),
  output: saved,
  refusals: duplicateCode,
});

export const assignAccount = operation({
  id: 'accounts.assign',
  method: 'POST',
  path: '/accounts/{id}/assign',
  summary: { zh: '转移客户', en: 'Transfer an account' },
  permission: 'accounts.assign',
  object: 'accounts',
  input: z.strictObject({
    id: idSchema,
    ownerId: idSchema,
    opportunities: z.boolean().default(true).describe('the present owner’s open deals with it go along'),
  }),
  output: saved,
  refusals: { already_theirs: { zh: '已经在对方名下', en: 'Already theirs' } },
});

export const deleteAccount = operation({
  id: 'accounts.delete',
  method: 'DELETE',
  path: '/accounts/{id}',
  summary: { zh: '删除客户', en: 'Delete an account' },
  permission: 'accounts.delete',
  object: 'accounts',
  input: byId,
  output: saved,
});

export const restoreAccount = operation({
  id: 'accounts.restore',
  method: 'POST',
  path: '/accounts/{id}/restore',
  summary: { zh: '恢复客户', en: 'Restore an account' },
  permission: 'accounts.delete',
  object: 'accounts',
  input: byId,
  output: saved,
  refusals: duplicateCode,
});

export const getContact = operation({
  id: 'contacts.get',
  method: 'GET',
  path: '/contacts/{id}',
  summary: { zh: '一个联系人', en: 'One contact' },
  permission: 'contacts.read',
  object: 'contacts',
  input: byId,
  output: z.object({
    contact: rowSchema(contactObject),
    names,
    may: z.object({ edit: z.boolean(), delete: z.boolean() }),
  }),
});

export const createContact = operation({
  id: 'contacts.create',
  method: 'POST',
  path: '/contacts',
  status: 201,
  summary: { zh: '新建联系人', en: 'Create a contact' },
  permission: 'contacts.create',
  input: z.strictObject({
    ...createShape(contactObject),
    duplicateReason: z.string().trim().min(2).max(200).optional().describe('why although it looks known'),
  }),
  output: saved,
  refusals: {
    possible_duplicate: {
      zh: '像是已有的记录（{count} 条），说明理由后可继续',
      en: 'Looks like {count} records we have; say why to go on',
    },
    duplicate_blocked: {
      zh: '已有这条记录，不能再建',
      en: 'This record is known already and cannot be entered again',
    },
  },
});

export const updateContact = operation({
  id: 'contacts.update',
  method: 'PATCH',
  path: '/contacts/{id}',
  summary: { zh: '修改联系人', en: 'Change a contact' },
  permission: 'contacts.update',
  object: 'contacts',
  input: z.strictObject({ id: idSchema, version: versionSchema, ...patchShape(contactObject) }),
  output: saved,
});

export const deleteContact = operation({
  id: 'contacts.delete',
  method: 'DELETE',
  path: '/contacts/{id}',
  summary: { zh: '删除联系人', en: 'Delete a contact' },
  permission: 'contacts.delete',
  object: 'contacts',
  input: byId,
  output: saved,
});

export const restoreContact = operation({
  id: 'contacts.restore',
  method: 'POST',
  path: '/contacts/{id}/restore',
  summary: { zh: '恢复联系人', en: 'Restore a contact' },
  permission: 'contacts.delete',
  object: 'contacts',
  input: byId,
  output: saved,
  refusals: {
    account_deleted: {
      zh: '客户还在回收站，先恢复客户',
      en: 'Its account is in the bin; restore that first',
    },
  },
});

export const bulkAssignAccounts = bulkContract(assignAccount, '/accounts/bulk-assign');
export const bulkUpdateAccounts = bulkContract(updateAccount, '/accounts/bulk-update');
export const bulkDeleteAccounts = bulkContract(deleteAccount, '/accounts/bulk-delete');
export const bulkUpdateContacts = bulkContract(updateContact, '/contacts/bulk-update');
export const bulkDeleteContacts = bulkContract(deleteContact, '/contacts/bulk-delete');
