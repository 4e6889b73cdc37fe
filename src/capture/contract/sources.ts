import { z } from 'zod';
import { idSchema, operation, versionSchema } from '#kernel/contract.ts';
import { listContract } from '#kernel/list-contract.ts';
import { captureSourceObject } from '../fields.ts';
import { channelSchema } from './forms.ts';

const saved = z.object({ id: idSchema, version: versionSchema });
const byId = z.strictObject({ id: idSchema });
const mapping = z
  .array(z.strictObject({ path: z.string().min(1).max(200), field: z.string().min(1).max(80) }))
  .max(60);

const mail = z.strictObject({
  host: z.string().max(200),
  port: z.int().min(1).max(65_535),
  user: z.string().max(200),
  folder: z.string().max(200),
});

const settings = {
  name: z.string().trim().min(1).max(80),
  channel: channelSchema,
  campaign: z.string().trim().max(120).nullable(),
  ownerId: idSchema.nullable(),
  poolId: idSchema.nullable(),
  mapping,
};

const sourceRefusals = {
  owner_and_pool: { zh: '负责人和公海只能选一个', en: 'Choose an owner or a pool, not both' },
} as const;

export const sourceList = listContract(captureSourceObject, {
  path: '/capture-sources',
  permission: 'capture.read',
});

export const getSource = operation({
  id: 'captureSources.get',
  method: 'GET',
  path: '/capture-sources/{id}',
  summary: { zh: '一个来源', en: 'One source' },
  permission: 'capture.read',
  object: 'captureSources',
  input: byId,
  output: z.object({
    id: idSchema,
    version: versionSchema,
    ...settings,
    kind: z.enum(['webhook', 'mail']),
    status: z.enum(['open', 'closed']),
    address: z.string().nullable(),
    mail: mail.nullable(),
    sample: z.unknown().nullable(),
    failure: z.string().nullable(),
  }),
});

export const createSource = operation({
  id: 'captureSources.create',
  method: 'POST',
  path: '/capture-sources',
  status: 201,
  summary: { zh: '新建来源', en: 'Create a source' },
  permission: 'capture.manage',
  input: z.strictObject({
    ...settings,
    mapping: mapping.default([]),
    kind: z.enum(['webhook', 'mail']),
    mail: mail.nullable().default(null),
    password: z.string().min(1).max(200).optional(),
  }),
  output: z.object({
    id: idSchema,
    version: versionSchema,
    address: z.string().nullable(),
    secret: z.string().nullable().describe('of a web hook, shown this once'),
  }),
  refusals: sourceRefusals,
});

export const updateSource = operation({
  id: 'captureSources.update',
  method: 'PATCH',
  path: '/capture-sources/{id}',
  summary: { zh: '修改来源', en: 'Change a source' },
  permission: 'capture.manage',
  object: 'captureSources',
  input: z.strictObject({
    id: idSchema,
    version: versionSchema,
    ...z.strictObject(settings).partial().shape,
    status: z.enum(['open', 'closed']).optional(),
    mail: mail.optional(),
    password: z.string().min(1).max(200).optional().describe('asked for again when the server changes'),
  }),
  output: saved,
  refusals: sourceRefusals,
});

export const rotateSecret = operation({
  id: 'captureSources.rotateSecret',
  method: 'POST',
  path: '/capture-sources/{id}/secret',
  summary: { zh: '更换密钥', en: 'Change the secret' },
  permission: 'capture.manage',
  object: 'captureSources',
  input: byId,
  output: z.object({ id: idSchema, version: versionSchema, secret: z.string().describe('shown this once') }),
  refusals: { no_web_hook: { zh: '只有接口推送有密钥', en: 'Only a web hook has a key' } },
});

export const testSource = operation({
  id: 'captureSources.test',
  method: 'POST',
  path: '/capture-sources/{id}/test',
  reads: true,
  summary: { zh: '试一次：样例会变成什么线索', en: 'Try: what a sample would become' },
  permission: 'capture.manage',
  object: 'captureSources',
  input: z.strictObject({ id: idSchema, payload: z.unknown(), mapping: mapping.optional() }),
  output: z.object({
    places: z.array(z.object({ path: z.string(), value: z.string() })),
    mapping,
    values: z.record(z.string(), z.unknown()),
    problems: z.array(z.object({ field: z.string(), code: z.string() })),
  }),
});

export const deleteSource = operation({
  id: 'captureSources.delete',
  method: 'DELETE',
  path: '/capture-sources/{id}',
  summary: { zh: '删除来源', en: 'Delete a source' },
  permission: 'capture.manage',
  object: 'captureSources',
  input: byId,
  output: saved,
});
