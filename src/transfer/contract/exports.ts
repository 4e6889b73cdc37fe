import { z } from 'zod';
import { conditionSchema } from '#kernel/conditions/schema.ts';
import { idSchema, instantSchema, operation } from '#kernel/contract.ts';
import { listContract } from '#kernel/list-contract.ts';
import { exportObject } from '../fields.ts';

const permission = 'transfer.export';

export const exportList = listContract(exportObject, { path: '/exports', permission });

export const requestExport = operation({
  id: 'exports.create',
  method: 'POST',
  path: '/exports',
  status: 201,
  summary: { zh: '按所见导出列表', en: 'Export a list exactly as seen' },
  permission,
  input: z.strictObject({
    listId: z.string().max(80).describe('`leads.list`: the operation of the list'),
    format: z.enum(['csv', 'xlsx']),
    filter: conditionSchema.optional(),
    q: z.string().max(100).optional(),
    sort: z.string().max(200).optional(),
    columns: z.array(z.string().max(120)).min(1).max(200),
  }),
  output: z.object({ id: idSchema, rows: z.int(), expiresAt: instantSchema }),
  refusals: {
    unknown_list: { zh: '没有这个列表', en: 'No such list' },
    nothing_to_export: { zh: '这些列都不能导出', en: 'None of these columns can be exported' },
    too_many_to_export: {
      zh: '共 {rows} 行，一次最多导出 {max} 行。缩小条件再试',
      en: '{rows} rows, at most {max} can be exported at once: narrow the filter',
    },
  },
});

export const downloadExport = operation({
  id: 'exports.download',
  method: 'GET',
  path: '/exports/{id}/file',
  summary: { zh: '下载导出文件', en: 'Download an export' },
  permission,
  object: 'exports',
  input: z.strictObject({ id: idSchema }),
  refusals: { link_expired: { zh: '下载链接已过期，请重新导出', en: 'The link has expired: export again' } },
});
