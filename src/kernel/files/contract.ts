import { z } from 'zod';
import { idSchema, instantSchema, operation, signedIn } from '../contract.ts';

const words = {
  file_type_not_allowed: { zh: '不允许这种类型的文件', en: 'Files of this kind are not allowed' },
  not_what_it_says: { zh: '文件内容与扩展名不符', en: 'The content is not what the file name says' },
  empty_file: { zh: '文件是空的', en: 'The file is empty' },
  file_comes_last: { zh: '文件必须是表单的最后一项', en: 'The file must be the last part of the form' },
} as const;

export const fileSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  uploadedBy: idSchema,
  createdAt: instantSchema,
});
export type FileCard = z.output<typeof fileSchema>;

/** Multipart form: `object` and `subjectId` (both or neither) first, then one `file`. */
export const uploadFile = operation({
  id: 'files.upload',
  method: 'POST',
  path: '/files',
  summary: {
    zh: '上传文件（multipart：object、subjectId、file）',
    en: 'Upload a file (multipart: object, subjectId, file)',
  },
  permission: signedIn,
  output: fileSchema,
  refusals: words,
  status: 201,
});

export const downloadFile = operation({
  id: 'files.download',
  method: 'GET',
  path: '/files/{id}',
  summary: { zh: '下载文件', en: 'Download a file' },
  permission: signedIn,
  input: z.object({ id: idSchema }),
  output: z.string(),
});

export const listFiles = operation({
  id: 'files.list',
  method: 'GET',
  path: '/files',
  summary: { zh: '一条记录的文件', en: 'Files of a record' },
  permission: signedIn,
  input: z.object({ object: z.string().max(40), subjectId: idSchema }),
  output: z.strictObject({ items: z.array(fileSchema) }),
});

export const removeFile = operation({
  id: 'files.remove',
  method: 'DELETE',
  path: '/files/{id}',
  summary: { zh: '删除文件', en: 'Remove a file' },
  permission: signedIn,
  input: z.object({ id: idSchema }),
});
