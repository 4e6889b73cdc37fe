import { defineObject } from '#kernel/fields.ts';

const statusChoices = [
  { key: 'open', label: { zh: '进行中', en: 'Open' }, tone: 'accent' },
  { key: 'closed', label: { zh: '已关闭', en: 'Closed' } },
] as const;

/** What a sample is (样本). */
export const sampleObject = defineObject({
  object: 'samples',
  table: 'samples',
  label: { zh: '样本', en: 'Samples' },
  ownerColumn: 'owner_id',
  nameField: 'name',
  softDelete: true,
  customFields: true,
  defaultSort: '-createdAt',
  fields: [
    {
      key: 'name',
      type: 'text',
      label: { zh: '名称', en: 'Name' },
      required: true,
      maxLength: 200,
      filter: true,
      sort: true,
      importable: true,
      exportable: true,
      search: true,
      width: 240,
    },
    {
      key: 'status',
      type: 'choice',
      label: { zh: '状态', en: 'Status' },
      choices: statusChoices,
      edit: false,
      filter: true,
      sort: true,
      group: true,
      exportable: true,
      width: 96,
    },
    {
      key: 'ownerId',
      type: 'user',
      label: { zh: '负责人', en: 'Owner' },
      edit: false,
      filter: true,
      group: true,
      exportable: true,
      width: 104,
    },
    {
      key: 'note',
      type: 'longText',
      label: { zh: '备注', en: 'Note' },
      importable: true,
      exportable: true,
      hiddenByDefault: true,
    },
    {
      key: 'createdAt',
      type: 'datetime',
      label: { zh: '创建时间', en: 'Created' },
      edit: false,
      filter: true,
      sort: true,
      exportable: true,
      width: 120,
    },
  ],
});
