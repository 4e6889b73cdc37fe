import { channelChoices } from '#accounts/model.ts';
import { defineObject } from '#kernel/fields.ts';

const shown = { filter: true, exportable: true } as const;

export const campaignStatusChoices = [
  { key: 'planned', label: { zh: '计划中', en: 'Planned' } },
  { key: 'running', label: { zh: '进行中', en: 'Running' }, tone: 'accent' },
  { key: 'ended', label: { zh: '已结束', en: 'Ended' } },
  { key: 'cancelled', label: { zh: '已取消', en: 'Cancelled' } },
] as const;

/** Campaign: one thing marketing does for a while on one channel (市场活动). */
export const campaignObject = defineObject({
  object: 'campaigns',
  table: 'campaigns',
  label: { zh: '市场活动', en: 'Campaigns' },
  nameField: 'name',
  softDelete: true,
  defaultSort: '-createdAt',
  fields: [
    {
      ...shown,
      key: 'name',
      type: 'text',
      label: { zh: '活动名称', en: 'Campaign' },
      required: true,
      sort: true,
      search: true,
      width: 220,
    },
    {
      ...shown,
      key: 'channel',
      type: 'choice',
      label: { zh: '渠道', en: 'Channel' },
      required: true,
      sort: true,
      group: true,
      choices: channelChoices,
      width: 104,
    },
    {
      ...shown,
      key: 'status',
      type: 'choice',
      label: { zh: '状态', en: 'Status' },
      required: true,
      sort: true,
      group: true,
      choices: campaignStatusChoices,
      width: 88,
    },
    { ...shown, key: 'startsOn', type: 'date', label: { zh: '开始', en: 'Starts' }, sort: true, width: 104 },
    { ...shown, key: 'endsOn', type: 'date', label: { zh: '结束', en: 'Ends' }, sort: true, width: 104 },
    {
      ...shown,
      key: 'budget',
      type: 'money',
      label: { zh: '预算', en: 'Budget' },
      min: '0',
      sort: true,
      width: 112,
    },
    {
      ...shown,
      key: 'spent',
      type: 'money',
      label: { zh: '已花费', en: 'Spent' },
      expression: `select coalesce(sum(k.amount), 0) from channel_costs k
        where k.org_id = t.org_id and k.campaign_id = t.id and k.month <= (select yd_today())`,
      width: 112,
    },
    {
      ...shown,
      key: 'code',
      type: 'text',
      label: { zh: '代码（utm_campaign）', en: 'Code (utm_campaign)' },
      maxLength: 100,
      search: true,
      width: 160,
    },
    { ...shown, key: 'note', type: 'longText', label: { zh: '备注', en: 'Note' }, hiddenByDefault: true },
    {
      ...shown,
      key: 'createdAt',
      type: 'datetime',
      label: { zh: '创建时间', en: 'Created' },
      edit: false,
      required: true,
      sort: true,
      hiddenByDefault: true,
      width: 112,
    },
  ],
});
