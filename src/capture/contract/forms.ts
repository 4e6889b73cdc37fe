import { z } from 'zod';
import { channelChoices } from '#accounts/model.ts';
import { idSchema, instantSchema, operation, versionSchema } from '#kernel/contract.ts';
import { listContract } from '#kernel/list-contract.ts';
import { captureFormObject } from '../fields.ts';

const saved = z.object({ id: idSchema, version: versionSchema });
const byId = z.strictObject({ id: idSchema });
export const both = (max: number) => z.strictObject({ zh: z.string().max(max), en: z.string().max(max) });
export const channelSchema = z.enum(channelChoices.map((one) => one.key));

const origin = z
  .string()
  .max(200)
  .regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i, 'not_an_origin');
const httpsAddress = z
  .string()
  .max(500)
  .regex(/^https:\/\/[a-z0-9.-]+(:\d{1,5})?([/?#]\S*)?$/i, 'not_an_https_address');

export const formFieldSchema = z.strictObject({
  key: z.string().min(1).max(80),
  label: both(60),
  required: z.boolean(),
});

export const formTextsSchema = z.strictObject({
  title: both(120),
  intro: both(1_000),
  button: both(40),
  thanks: both(500),
});

const settings = {
  name: z.string().trim().min(1).max(80),
  fields: z.array(formFieldSchema).min(1).max(30),
  texts: formTextsSchema,
  consent: both(4_000).nullable().describe('what the visitor agrees to; a changed text is a new version'),
  redirectUrl: httpsAddress.nullable(),
  channel: channelSchema,
  campaign: z.string().trim().max(120).nullable(),
  ownerId: idSchema.nullable(),
  poolId: idSchema.nullable(),
  endsAt: instantSchema.nullable(),
  oncePerDevice: z.boolean(),
  origins: z.array(origin).max(20),
};

const formRefusals = {
  field_twice: { zh: '同一个字段选了两次', en: 'The same field is asked twice' },
  nobody_to_call: { zh: '至少要问手机或邮箱之一', en: 'Ask for a phone or an e-mail at least' },
  owner_and_pool: { zh: '负责人和公海只能选一个', en: 'Choose an owner or a pool, not both' },
} as const;

export const captureFormList = listContract(captureFormObject, {
  path: '/capture-forms',
  permission: 'capture.read',
});

export const describeCapture = operation({
  id: 'captureForms.describe',
  method: 'GET',
  path: '/capture-fields',
  summary: { zh: '表单可选的字段', en: 'What a form may ask' },
  permission: 'capture.read',
  output: z.object({
    fields: z.array(
      z.object({
        key: z.string(),
        type: z.string(),
        label: z.object({ zh: z.string(), en: z.string() }),
        choices: z.array(z.object({ key: z.string(), label: z.object({ zh: z.string(), en: z.string() }) })),
      }),
    ),
    pools: z.array(z.object({ id: idSchema, name: z.string() })),
    publicUrl: z.string(),
  }),
});

export const getForm = operation({
  id: 'captureForms.get',
  method: 'GET',
  path: '/capture-forms/{id}',
  summary: { zh: '一张表单', en: 'One form' },
  permission: 'capture.read',
  object: 'captureForms',
  input: byId,
  output: z.object({
    id: idSchema,
    version: versionSchema,
    ...settings,
    status: z.enum(['open', 'closed']),
    address: z.string(),
    consentVersion: z.int(),
    opened: z.int(),
    submitted: z.int(),
  }),
});

export const createForm = operation({
  id: 'captureForms.create',
  method: 'POST',
  path: '/capture-forms',
  status: 201,
  summary: { zh: '新建表单', en: 'Create a form' },
  permission: 'capture.manage',
  input: z.strictObject(settings),
  output: z.object({ id: idSchema, version: versionSchema, address: z.string() }),
  refusals: formRefusals,
});

export const updateForm = operation({
  id: 'captureForms.update',
  method: 'PATCH',
  path: '/capture-forms/{id}',
  summary: { zh: '修改表单', en: 'Change a form' },
  permission: 'capture.manage',
  object: 'captureForms',
  input: z.strictObject({
    id: idSchema,
    version: versionSchema,
    ...z.strictObject(settings).partial().shape,
    status: z.enum(['open', 'closed']).optional(),
  }),
  output: saved,
  refusals: formRefusals,
});

export const deleteForm = operation({
  id: 'captureForms.delete',
  method: 'DELETE',
  path: '/capture-forms/{id}',
  summary: { zh: '删除表单', en: 'Delete a form' },
  permission: 'capture.manage',
  object: 'captureForms',
  input: byId,
  output: saved,
});
