import { defineObject } from '#kernel/fields.ts';

export const importStatusChoices = [
  { key: 'draft', label: { zh: '待映射', en: 'To be mapped' } },
  { key: 'checking', label: { zh: '预检中', en: 'Checking' } },
  { key: 'checked', label: { zh: '待导入', en: 'Ready' } },
  { key: 'running', label: { zh: '导入中', en: 'Running' }, tone: 'accent' },
  { key: 'done', label: { zh: '已完成', en: 'Done' } },
  { key: 'cancelled', label: { zh: '已取消', en: 'Cancelled' }, tone: 'warn' },
  { key: 'failed', label: { zh: '中断', en: 'Failed' }, tone: 'bad' },
  { key: 'undoing', label: { zh: '撤销中', en: 'Undoing' }, tone: 'accent' },
  { key: 'undone', label: { zh: '已撤销', en: 'Undone' } },
] as const;

const count = (key: string, zh: string, en: string, hiddenByDefault = false) =>
  ({ key, type: 'integer', label: { zh, en }, edit: false, sort: true, width: 88, hiddenByDefault }) as const;

/** Import: one file on its way into one object, from upload to undo (导入). */
export const importObject = defineObject({
  object: 'imports',
  table: 'imports',
  label: { zh: '导入', en: 'Imports' },
  ownerColumn: 'created_by',
  nameField: 'fileName',
  defaultSort: '-createdAt',
  fields: [
    {
      key: 'fileName',
      type: 'text',
      label: { zh: '文件', en: 'File' },
      required: true,
      edit: false,
      filter: true,
      search: true,
      width: 240,
    },
    {
      key: 'object',
      type: 'text',
      label: { zh: '对象', en: 'Object' },
      required: true,
      edit: false,
      filter: true,
      width: 96,
    },
    {
      key: 'status',
      type: 'choice',
      label: { zh: '状态', en: 'Status' },
      required: true,
      edit: false,
      filter: true,
      width: 96,
      choices: importStatusChoices,
    },
    count('rowCount', '行数', 'Rows'),
    count('created', '新建', 'Created'),
    count('updated', '更新', 'Updated'),
    count('skipped', '跳过', 'Skipped'),
    count('failed', '失败', 'Failed'),
    {
      key: 'createdBy',
      type: 'user',
      label: { zh: '导入人', en: 'By' },
      edit: false,
      filter: true,
      width: 104,
    },
    {
      key: 'createdAt',
      type: 'datetime',
      label: { zh: '时间', en: 'When' },
      required: true,
      edit: false,
      filter: true,
      sort: true,
      width: 128,
    },
  ],
});

/** Export: a list taken out as a file, kept for a day (导出). */
export const exportObject = defineObject({
  object: 'exports',
  table: 'exports',
  label: { zh: '导出', en: 'Exports' },
  ownerColumn: 'created_by',
  nameField: 'listId',
  defaultSort: '-createdAt',
  fields: [
    {
      key: 'listId',
      type: 'text',
      label: { zh: '列表', en: 'List' },
      required: true,
      edit: false,
      filter: true,
      width: 160,
    },
    {
      key: 'format',
      type: 'choice',
      label: { zh: '格式', en: 'Format' },
      required: true,
      edit: false,
      filter: true,
      width: 88,
      choices: [
        { key: 'csv', label: { zh: 'CSV', en: 'CSV' } },
        { key: 'xlsx', label: { zh: 'Excel', en: 'Excel' } },
      ],
    },
    count('rowCount', '行数', 'Rows'),
    count('downloads', '下载次数', 'Downloads'),
    {
      key: 'createdBy',
      type: 'user',
      label: { zh: '导出人', en: 'By' },
      edit: false,
      filter: true,
      width: 104,
    },
    {
      key: 'createdAt',
      type: 'datetime',
      label: { zh: '时间', en: 'When' },
      required: true,
      edit: false,
      filter: true,
      sort: true,
      width: 128,
    },
    {
      key: 'expiresAt',
      type: 'datetime',
      label: { zh: '可下载至', en: 'Until' },
      edit: false,
      width: 128,
    },
  ],
});
