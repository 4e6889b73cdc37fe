import { z } from 'zod';
import { idSchema, instantSchema, operation, versionSchema } from '#kernel/contract.ts';
import { choicesAtMost, customFieldTypes } from './model.ts';

const labelText = z.string().trim().min(1).max(60);
const label = z.strictObject({ zh: labelText, en: labelText });
const choice = z.strictObject({
  key: z
    .string()
    .max(60)
    .regex(/^[\w.-]+$/, 'not_valid')
    .optional()
    .describe('left out: a new choice'),
  label,
});
const choices = z.array(choice).min(1).max(choicesAtMost);
const object = z.string().max(60);
const saved = z.object({ id: idSchema, version: versionSchema });
const byId = z.strictObject({ id: idSchema });
const permission = 'custom_fields.manage';

const tooMany = {
  zh: '这里已有 {n} 个字段，到上限了',
  en: 'There are {n} fields already, that is the limit',
};
const tooManyUnique = {
  zh: '最多 {max} 个唯一字段',
  en: 'At most {max} fields can be unique',
};
const sharedValues = {
  zh: '已有记录填了相同的值，先改掉再设为唯一',
  en: 'Some records share a value; change them before the field becomes unique',
};
const retired = { zh: '这个字段已停用，先恢复', en: 'The field is retired; bring it back first' };
const choiceInUse = {
  zh: '选项「{choice}」还有 {n} 条记录在用',
  en: '{n} records still have the choice {choice}',
};

export const listCustomFields = operation({
  id: 'custom_fields.list',
  method: 'GET',
  path: '/custom-fields',
  summary: { zh: '自定义字段', en: 'Custom fields' },
  permission,
  output: z.object({
    objects: z.array(z.object({ object: z.string(), label: z.object({ zh: z.string(), en: z.string() }) })),
    items: z.array(
      z.object({
        id: idSchema,
        object: z.string(),
        key: z.string(),
        type: z.enum(customFieldTypes),
        label: z.object({ zh: z.string(), en: z.string() }),
        choices: z
          .array(z.object({ key: z.string(), label: z.object({ zh: z.string(), en: z.string() }) }))
          .nullable(),
        required: z.boolean(),
        filter: z.boolean(),
        sort: z.boolean(),
        unique: z.boolean(),
        retiredAt: instantSchema.nullable(),
        goneOn: z.iso.date().nullable().describe('when the data of a retired field is removed'),
        version: versionSchema,
      }),
    ),
  }),
});

export const createCustomField = operation({
  id: 'custom_fields.create',
  method: 'POST',
  path: '/custom-fields',
  status: 201,
  summary: { zh: '新增字段', en: 'Add a field' },
  permission,
  input: z.strictObject({
    object,
    type: z.enum(customFieldTypes),
    label,
    key: z.string().max(60).optional().describe('name in the API; left out: made from the English label'),
    choices: choices.optional(),
    required: z.boolean().default(false),
    filter: z.boolean().default(true),
    sort: z.boolean().default(true),
    unique: z
      .boolean()
      .default(false)
      .describe('text, number, phone and e-mail: no two records share a value'),
  }),
  output: z.object({ id: idSchema, key: z.string(), version: versionSchema }),
  refusals: {
    too_many_fields: tooMany,
    already_exists: { zh: '已有同名的字段', en: 'A field of this name exists already' },
    too_many_unique: tooManyUnique,
  },
});

export const updateCustomField = operation({
  id: 'custom_fields.update',
  method: 'PATCH',
  path: '/custom-fields/{id}',
  summary: { zh: '修改字段', en: 'Change a field' },
  permission,
  input: z.strictObject({
    id: idSchema,
    version: versionSchema,
    label: label.optional(),
    choices: choices.optional(),
    required: z.boolean().optional(),
    filter: z.boolean().optional(),
    sort: z.boolean().optional(),
    unique: z.boolean().optional(),
    position: z.int().min(0).max(1_000).optional(),
  }),
  output: saved,
  refusals: {
    field_retired: retired,
    choice_in_use: choiceInUse,
    shared_values: sharedValues,
    too_many_unique: tooManyUnique,
  },
});

export const retireCustomField = operation({
  id: 'custom_fields.retire',
  method: 'POST',
  path: '/custom-fields/{id}/retire',
  summary: { zh: '停用字段，数据保留 30 天', en: 'Retire a field; its data is kept for 30 days' },
  permission,
  input: byId,
  output: saved,
  refusals: { field_retired: { zh: '这个字段已停用', en: 'The field is retired already' } },
});

export const restoreCustomField = operation({
  id: 'custom_fields.restore',
  method: 'POST',
  path: '/custom-fields/{id}/restore',
  summary: { zh: '恢复停用的字段', en: 'Bring a retired field back' },
  permission,
  input: byId,
  output: saved,
  refusals: {
    too_many_fields: tooMany,
    shared_values: sharedValues,
    not_retired: { zh: '这个字段没有停用', en: 'The field is not retired' },
  },
});
