import { z } from 'zod';
import { idSchema, instantSchema, operation, versionSchema } from '#kernel/contract.ts';
import { listContract } from '#kernel/list-contract.ts';
import { importObject } from '../fields.ts';
import { importModes, importStatuses, rowOutcomes } from '../model.ts';
import { fileRefusals } from './file-refusals.ts';

const permission = 'transfer.import';
const byId = z.strictObject({ id: idSchema });
const words = z.object({ zh: z.string(), en: z.string() });
const reason = z.object({
  field: z.string().optional(),
  code: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});
const row = z.object({ line: z.int(), name: z.string(), reasons: z.array(reason) });
const wrongState = {
  zh: '导入现在的状态不能这样做',
  en: 'The import is in a state that does not allow this',
};

const plan = {
  fields: z
    .array(z.string().max(120).nullable())
    .max(500)
    .describe('one entry per column of the file: a field key, or null to leave it out'),
  mode: z.enum(importModes),
  keys: z.array(z.string().max(60)).max(10).describe('match keys that make two rows the same'),
  dateOrder: z.enum(['dmy', 'mdy']).nullable().default(null),
  options: z.record(z.string().max(60), z.string().max(120)).default({}),
};

export const importDetail = z.object({
  id: idSchema,
  version: versionSchema,
  object: z.string(),
  status: z.enum(importStatuses),
  fileName: z.string(),
  fileSize: z.int(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  headerLine: z.int(),
  rowCount: z.int(),
  columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()) })),
  plan: z.object({
    ...plan,
    dateOrder: z.enum(['dmy', 'mdy']).nullable(),
    options: z.record(z.string(), z.string()),
  }),
  fields: z.array(z.object({ key: z.string(), label: words, type: z.string(), required: z.boolean() })),
  matchKeys: z.array(z.object({ key: z.string(), label: words })),
  options: z.array(
    z.object({
      key: z.string(),
      label: words,
      choices: z.array(z.object({ key: z.string(), label: z.string() })),
    }),
  ),
  mayUpdate: z.boolean(),
  sameFile: z.object({ id: idSchema, at: instantSchema, by: z.string() }).nullable(),
  preview: z
    .object({
      counts: z.record(z.string(), z.int()),
      samples: z.record(z.string(), z.array(row)),
      reasons: z.array(z.object({ field: z.string().nullable(), code: z.string(), rows: z.int() })),
    })
    .nullable(),
  checked: z.int(),
  processed: z.int(),
  created: z.int(),
  updated: z.int(),
  skipped: z.int(),
  failed: z.int(),
  undo: z.object({ removed: z.int(), restored: z.int(), kept: z.int(), through: z.int() }),
  failure: z.string().nullable(),
  createdAt: instantSchema,
  startedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  undoneAt: instantSchema.nullable(),
});

export const importList = listContract(importObject, { path: '/imports', permission });

export const listImportables = operation({
  id: 'imports.objects',
  method: 'GET',
  path: '/importable-objects',
  summary: { zh: '可导入的对象与字段', en: 'Objects and fields that can be imported' },
  permission,
  output: z.object({
    items: z.array(
      z.object({
        object: z.string(),
        label: words,
        fields: z.array(z.object({ key: z.string(), label: words, type: z.string(), required: z.boolean() })),
      }),
    ),
  }),
});

export const uploadImport = operation({
  id: 'imports.upload',
  method: 'POST',
  path: '/imports',
  status: 201,
  summary: {
    zh: '上传 CSV 或 XLSX（multipart：object、encoding、delimiter、headerLine、sheet，最后是 file）',
    en: 'Upload a CSV or XLSX (multipart: object, encoding, delimiter, headerLine, sheet, the file last)',
  },
  permission,
  output: z.object({ id: idSchema, rowCount: z.int() }),
  refusals: fileRefusals,
});

export const getImport = operation({
  id: 'imports.get',
  method: 'GET',
  path: '/imports/{id}',
  summary: { zh: '一次导入', en: 'One import' },
  permission,
  object: 'imports',
  input: byId,
  output: importDetail,
});

export const planImport = operation({
  id: 'imports.plan',
  method: 'PUT',
  path: '/imports/{id}/plan',
  status: 202,
  summary: { zh: '确定映射并预检', en: 'Set the mapping and check the rows' },
  permission,
  object: 'imports',
  input: z.strictObject({ id: idSchema, ...plan }),
  output: z.object({ id: idSchema, version: versionSchema }),
  refusals: {
    wrong_state: wrongState,
    field_twice: { zh: '一个字段只能对应一列', en: 'A field can take one column only' },
    required_unmapped: { zh: '必填字段还没有对应的列', en: 'A required field has no column yet' },
    wrong_width: { zh: '列数与文件不符', en: 'The number of columns differs from the file' },
    unknown_option: { zh: '不是可选的值', en: 'Not one of the possible values' },
  },
});

export const runImport = operation({
  id: 'imports.run',
  method: 'POST',
  path: '/imports/{id}/run',
  status: 202,
  summary: { zh: '开始导入', en: 'Run the import' },
  permission,
  object: 'imports',
  input: z.strictObject({
    id: idSchema,
    again: z.boolean().default(false).describe('yes, although this file was imported within the last day'),
  }),
  output: z.object({ id: idSchema, version: versionSchema }),
  refusals: {
    wrong_state: wrongState,
    same_file: {
      zh: '{by} 在 24 小时内已导入过这个文件。确定要再导入一次？',
      en: '{by} imported this file within the last 24 hours. Import it again?',
    },
  },
});

export const cancelImport = operation({
  id: 'imports.cancel',
  method: 'POST',
  path: '/imports/{id}/cancel',
  summary: { zh: '取消导入', en: 'Cancel an import' },
  permission,
  object: 'imports',
  input: byId,
  output: z.object({ id: idSchema, version: versionSchema }),
  refusals: { wrong_state: wrongState },
});

export const undoImport = operation({
  id: 'imports.undo',
  method: 'POST',
  path: '/imports/{id}/undo',
  status: 202,
  summary: { zh: '撤销整次导入', en: 'Undo a whole import' },
  permission,
  object: 'imports',
  input: byId,
  output: z.object({ id: idSchema, version: versionSchema }),
  refusals: {
    wrong_state: wrongState,
    too_late_to_undo: {
      zh: '超过 {days} 天的导入不能再撤销',
      en: 'An import older than {days} days cannot be undone',
    },
  },
});

export const listImportRows = operation({
  id: 'imports.rows',
  method: 'GET',
  path: '/imports/{id}/rows',
  summary: { zh: '导入的逐行结果', en: 'What became of each row' },
  permission,
  object: 'imports',
  input: z.strictObject({
    id: idSchema,
    outcome: z.enum([...rowOutcomes, 'kept']).optional(),
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    items: z.array(
      row.extend({
        outcome: z.enum(rowOutcomes).nullable(),
        recordId: idSchema.nullable(),
        undo: z.string().nullable(),
      }),
    ),
    next: z.int().nullable(),
  }),
});

export const downloadResult = operation({
  id: 'imports.result',
  method: 'GET',
  path: '/imports/{id}/result',
  summary: { zh: '下载逐行结果文件', en: 'Download the result, one row per row of the file' },
  permission,
  object: 'imports',
  input: z.strictObject({
    id: idSchema,
    only: z.enum(['all', 'bad']).default('all').describe('bad: only rows that did not go in'),
    format: z.enum(['csv', 'xlsx']).default('csv'),
  }),
});

export const downloadTemplate = operation({
  id: 'imports.template',
  method: 'GET',
  path: '/importable-objects/{object}/template',
  summary: { zh: '下载导入模板', en: 'Download an empty file to fill in' },
  permission,
  input: z.strictObject({ object: z.string().max(60), format: z.enum(['csv', 'xlsx']).default('xlsx') }),
});
