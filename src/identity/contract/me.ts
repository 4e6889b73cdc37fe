import { z } from 'zod';
import { idSchema, operation, signedIn } from '#kernel/contract.ts';
import { scopeWidths } from '../model.ts';

const words = z.object({ zh: z.string(), en: z.string() });
const fieldRight = z.enum(['hidden', 'masked', 'read', 'edit']);

export const me = operation({
  id: 'identity.me',
  method: 'GET',
  path: '/me',
  summary: { zh: '我是谁、能做什么', en: 'Who I am and what I may do' },
  permission: signedIn,
  output: z.object({
    id: idSchema,
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    title: z.string().nullable(),
    team: z.object({ id: idSchema, name: z.string() }).nullable(),
    roles: z.array(z.object({ id: idSchema, key: z.string(), name: z.string(), nameEn: z.string() })),
    permissions: z.array(z.string()),
    scopes: z.record(z.string(), z.enum(scopeWidths)),
    fieldRights: z.record(z.string(), z.record(z.string(), fieldRight)),
    locale: z.string(),
    theme: z.string(),
    preferences: z.record(z.string(), z.unknown()),
    mustChangePassword: z.boolean(),
    secondStep: z.boolean(),
    org: z.object({
      id: idSchema,
      name: z.string(),
      zone: z.string(),
      currency: z.string(),
      locale: z.string(),
      demo: z.boolean(),
    }),
  }),
});

export const ownPermissions = operation({
  id: 'identity.own_permissions',
  method: 'GET',
  path: '/me/permissions',
  summary: { zh: '我的权限与名称', en: 'My rights by name' },
  permission: signedIn,
  output: z.object({ items: z.array(z.object({ key: z.string(), label: words })) }),
});

const choice = z.object({ key: z.string(), label: words, tone: z.string().optional() });

/** One field as the browser needs it; what is not said is false. */
const catalogueField = z.object({
  key: z.string(),
  type: z.string(),
  label: words,
  right: fieldRight,
  choices: z.array(choice).optional(),
  reference: z.string().optional(),
  required: z.boolean().optional(),
  maxLength: z.number().optional(),
  min: z.string().optional(),
  max: z.string().optional(),
  filter: z.boolean().optional(),
  sort: z.boolean().optional(),
  group: z.boolean().optional(),
  bulk: z.boolean().optional(),
  search: z.boolean().optional(),
  importable: z.boolean().optional(),
  exportable: z.boolean().optional(),
  masked: z.boolean().optional(),
  width: z.number().optional(),
  hiddenByDefault: z.boolean().optional(),
  customKey: z.string().optional(),
});

export const catalogue = operation({
  id: 'identity.catalogue',
  method: 'GET',
  path: '/catalogue',
  summary: { zh: '我可见的对象与字段', en: 'The objects and fields I may know' },
  permission: signedIn,
  output: z.object({
    objects: z.array(
      z.object({
        object: z.string(),
        label: words,
        nameField: z.string(),
        defaultSort: z.string(),
        scope: z.enum(scopeWidths),
        owned: z.boolean(),
        customFields: z.boolean(),
        fields: z.array(catalogueField),
      }),
    ),
  }),
});

export const directory = operation({
  id: 'identity.directory',
  method: 'GET',
  path: '/directory',
  summary: { zh: '通讯录：选人用', en: 'Everybody, for pickers' },
  permission: signedIn,
  output: z.object({
    people: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        title: z.string().nullable(),
        teamId: idSchema.nullable(),
        active: z.boolean(),
      }),
    ),
    teams: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        parentId: idSchema.nullable(),
        leaderId: idSchema.nullable(),
      }),
    ),
  }),
});

export const whyVisible = operation({
  id: 'identity.why_visible',
  method: 'GET',
  path: '/access/why',
  summary: { zh: '为什么我能看到这条记录', en: 'Why can I see this?' },
  permission: signedIn,
  input: z.strictObject({ object: z.string().max(60), id: idSchema }),
  output: z.object({
    object: z.string(),
    owner: z.object({ id: idSchema, name: z.string(), team: z.string().nullable() }).nullable(),
    grants: z.array(
      z.object({
        kind: z.enum(['role', 'shared']),
        role: z.object({ name: z.string(), nameEn: z.string() }).nullable(),
        scope: z.enum(scopeWidths).nullable(),
        /** Teams from mine down to the owner's, when a team scope is the reason. */
        through: z.array(z.string()),
      }),
    ),
    hiddenFields: z.int(),
    maskedFields: z.array(z.string()),
  }),
});
