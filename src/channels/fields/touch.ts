import { channelChoices } from '#accounts/model.ts';
import { defineObject, type Field } from '#kernel/fields.ts';

const shown = { filter: true, exportable: true, edit: false } as const;

/** Which channel it was, and what share it has under each way of attribution. */
export const creditFields: readonly Field[] = [
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
    key: 'campaignId',
    type: 'reference',
    reference: 'campaigns',
    label: { zh: '市场活动', en: 'Campaign' },
    group: true,
    width: 160,
  },
  { ...shown, key: 'position', type: 'integer', label: { zh: '第几次触达', en: 'Touch no.' }, width: 88 },
  { ...shown, key: 'points', type: 'integer', label: { zh: '共几次', en: 'Of' }, width: 72 },
  {
    ...shown,
    key: 'firstShare',
    type: 'number',
    label: { zh: '首次归因', en: 'First share' },
    width: 88,
    hiddenByDefault: true,
  },
  {
    ...shown,
    key: 'lastShare',
    type: 'number',
    label: { zh: '末次归因', en: 'Last share' },
    width: 88,
    hiddenByDefault: true,
  },
  { ...shown, key: 'linearShare', type: 'number', label: { zh: '平均归因', en: 'Even share' }, width: 88 },
  {
    ...shown,
    key: 'capturedAt',
    type: 'datetime',
    label: { zh: '留资时间', en: 'Captured' },
    required: true,
    sort: true,
    width: 120,
  },
];

/** A lead by what brought it: one row per touch (线索归因). */
export const touchObject = defineObject({
  object: 'channelTouches',
  table: 'channel_touches',
  label: { zh: '线索归因', en: 'Attributed leads' },
  ownerColumn: 'owner_id',
  nameField: 'company',
  defaultSort: '-capturedAt',
  fields: [
    {
      ...shown,
      key: 'company',
      type: 'text',
      label: { zh: '公司', en: 'Company' },
      required: true,
      sort: true,
      search: true,
      width: 220,
    },
    {
      ...shown,
      key: 'leadId',
      type: 'reference',
      reference: 'leads',
      label: { zh: '线索', en: 'Lead' },
      hiddenByDefault: true,
    },
    { ...shown, key: 'ownerId', type: 'user', label: { zh: '负责人', en: 'Owner' }, group: true, width: 104 },
    {
      ...shown,
      key: 'reached',
      type: 'checkbox',
      label: { zh: '已触达', en: 'Reached' },
      expression: `(t.status = 'converted' or t.first_response_at is not null or t.last_activity_at is not null)`,
      width: 72,
    },
    {
      ...shown,
      key: 'followed',
      type: 'checkbox',
      label: { zh: '有效跟进', en: 'Followed up' },
      expression: `(t.status = 'converted' or exists (select 1 from activities a where a.org_id = t.org_id
        and a.subject_id = t.lead_id and a.deleted_at is null and (a.connected or a.kind in ('visit', 'meeting'))))`,
      width: 80,
    },
    {
      ...shown,
      key: 'converted',
      type: 'checkbox',
      label: { zh: '已转化', en: 'Converted' },
      expression: `(t.status = 'converted')`,
      width: 72,
    },
    ...creditFields,
    { ...shown, key: 'at', type: 'datetime', label: { zh: '触达时间', en: 'Touched' }, width: 120 },
  ],
});
