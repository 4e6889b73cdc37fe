import { z } from 'zod';
import { idSchema, operation, versionSchema } from '#kernel/contract.ts';
import { manageRoles, scopeWidths } from '../model.ts';

const name = z.string().trim().min(1).max(60);
const permissions = z.array(z.string().max(80)).max(500);
const scopes = z.record(z.string().max(60), z.enum(scopeWidths));
const fieldRights = z.record(
  z.string().max(60),
  z.record(z.string().max(80), z.enum(['hidden', 'masked', 'read', 'edit'])),
);
const versioned = z.object({ id: idSchema, version: versionSchema });
const words = z.object({ zh: z.string(), en: z.string() });

const roleRefusals = {
  role_above_own: {
    zh: '不能写入自己没有的权限',
    en: 'You cannot put rights into a role that you do not have',
  },
  own_role: { zh: '不能修改自己持有的角色', en: 'You cannot change a role that you hold yourself' },
} as const;

export const listRoles = operation({
  id: 'roles.list',
  method: 'GET',
  path: '/roles',
  summary: { zh: '角色', en: 'Roles' },
  permission: 'users.read',
  output: z.object({
    items: z.array(
      z.object({
        id: idSchema,
        key: z.string(),
        name: z.string(),
        nameEn: z.string(),
        permissions,
        scopes,
        fieldRights,
        builtIn: z.boolean(),
        people: z.int(),
        version: versionSchema,
      }),
    ),
  }),
});

export const listPermissions = operation({
  id: 'roles.permissions',
  method: 'GET',
  path: '/permissions',
  summary: { zh: '可以授予的权限与对象', en: 'The rights and objects a role can have' },
  permission: 'users.read',
  output: z.object({
    permissions: z.array(z.object({ key: z.string(), slice: z.string(), label: words })),
    objects: z.array(
      z.object({
        object: z.string(),
        label: words,
        owned: z.boolean(),
        fields: z.array(z.object({ key: z.string(), label: words, editable: z.boolean() })),
      }),
    ),
  }),
});

export const createRole = operation({
  id: 'roles.create',
  method: 'POST',
  path: '/roles',
  summary: { zh: '新建角色', en: 'Create a role' },
  permission: manageRoles,
  input: z.strictObject({
    name,
    nameEn: name,
    permissions,
    scopes: scopes.default({}),
    fieldRights: fieldRights.default({}),
  }),
  output: versioned,
  status: 201,
  refusals: roleRefusals,
});

export const updateRole = operation({
  id: 'roles.update',
  method: 'PATCH',
  path: '/roles/{id}',
  summary: { zh: '修改角色', en: 'Change a role' },
  permission: manageRoles,
  object: 'roles',
  input: z.strictObject({
    id: idSchema,
    version: versionSchema,
    name: name.optional(),
    nameEn: name.optional(),
    permissions: permissions.optional(),
    scopes: scopes.optional(),
    fieldRights: fieldRights.optional(),
  }),
  output: versioned,
  refusals: roleRefusals,
});

export const deleteRole = operation({
  id: 'roles.delete',
  method: 'DELETE',
  path: '/roles/{id}',
  summary: { zh: '删除没人使用的角色', en: 'Delete a role nobody holds' },
  permission: manageRoles,
  object: 'roles',
  input: z.strictObject({ id: idSchema }),
  refusals: {
    ...roleRefusals,
    role_in_use: { zh: '还有 {people} 人持有这个角色', en: '{people} people still hold this role' },
    built_in: { zh: '内置角色不能删除', en: 'A built-in role cannot be deleted' },
  },
});
