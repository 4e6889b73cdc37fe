import { defineObject } from '#kernel/fields.ts';

/** Pool: where unowned leads wait (公海). */
export const leadPoolObject = defineObject({
  object: 'leadPools',
  table: 'lead_pools',
  label: { zh: '公海', en: 'Lead pools' },
  nameField: 'name',
  defaultSort: 'name',
  fields: [
    {
      key: 'name',
      type: 'text',
      label: { zh: '名称', en: 'Name' },
      required: true,
      filter: true,
      sort: true,
    },
    { key: 'isDefault', type: 'checkbox', label: { zh: '默认', en: 'Default' }, edit: false },
    { key: 'openToAll', type: 'checkbox', label: { zh: '全员可见', en: 'Open to everybody' } },
    {
      key: 'dailyQuota',
      type: 'integer',
      label: { zh: '每日领取上限', en: 'Claims a day' },
      min: '0',
      max: '1000',
      required: true,
    },
    {
      key: 'cooldownDays',
      type: 'integer',
      label: { zh: '退回后冷却天数', en: 'Cool-down in days' },
      min: '0',
      max: '365',
      required: true,
    },
  ],
});
