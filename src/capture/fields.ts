import { channelChoices } from '#accounts/model.ts';
import { defineObject } from '#kernel/fields.ts';

const shown = { filter: true, edit: false } as const;

export const formStatusChoices = [
  { key: 'open', label: { zh: '收集中', en: 'Open' }, tone: 'ok' },
  { key: 'ended', label: { zh: '已结束', en: 'Ended' } },
  { key: 'closed', label: { zh: '已停用', en: 'Closed' } },
] as const;

const days = (what: string) =>
  `select coalesce(sum(d.${what}), 0)::integer from capture_form_days d where d.org_id = t.org_id and d.form_id = t.id`;

/** Form: a page on which people leave their details (表单). */
export const captureFormObject = defineObject({
  object: 'captureForms',
  table: 'capture_forms',
  label: { zh: '表单', en: 'Forms' },
  nameField: 'name',
  softDelete: true,
  defaultSort: '-createdAt',
  fields: [
    {
      ...shown,
      key: 'name',
      type: 'text',
      label: { zh: '名称', en: 'Name' },
      required: true,
      sort: true,
      search: true,
      width: 200,
    },
    {
      ...shown,
      key: 'state',
      type: 'choice',
      label: { zh: '状态', en: 'State' },
      expression: `case when t.status = 'closed' then 'closed' when t.ends_at <= now() then 'ended' else 'open' end`,
      group: true,
      choices: formStatusChoices,
      width: 88,
    },
    {
      ...shown,
      key: 'channel',
      type: 'choice',
      label: { zh: '来源渠道', en: 'Channel' },
      choices: channelChoices,
      width: 104,
    },
    { ...shown, key: 'campaign', type: 'text', label: { zh: '市场活动', en: 'Campaign' }, width: 128 },
    {
      key: 'opened',
      type: 'integer',
      label: { zh: '浏览', en: 'Opened' },
      expression: days('opened'),
      width: 80,
    },
    {
      key: 'submitted',
      type: 'integer',
      label: { zh: '提交', en: 'Submitted' },
      expression: days('submitted'),
      width: 80,
    },
    {
      key: 'leads',
      type: 'integer',
      label: { zh: '新线索', en: 'New leads' },
      expression: `select count(*)::integer from capture_submissions s where s.org_id = t.org_id and s.origin_id = t.id and s.outcome = 'created'`,
      width: 80,
    },
    {
      ...shown,
      key: 'endsAt',
      type: 'datetime',
      label: { zh: '结束时间', en: 'Ends' },
      sort: true,
      width: 120,
    },
    { ...shown, key: 'ownerId', type: 'user', label: { zh: '负责人', en: 'Owner' }, width: 104 },
    {
      ...shown,
      key: 'poolId',
      type: 'reference',
      reference: 'leadPools',
      label: { zh: '公海', en: 'Pool' },
      width: 104,
    },
    {
      ...shown,
      key: 'createdAt',
      type: 'datetime',
      label: { zh: '创建时间', en: 'Created' },
      required: true,
      sort: true,
      width: 120,
    },
  ],
});

export const reasonChoices = [
  {
    key: 'filled_trap',
    label: { zh: '疑似机器人（填了隐藏项）', en: 'Robot: filled the hidden field' },
    tone: 'warn',
  },
  { key: 'too_fast', label: { zh: '疑似机器人（提交过快）', en: 'Robot: too fast' }, tone: 'warn' },
  { key: 'unproven', label: { zh: '未通过验证', en: 'Not verified' }, tone: 'warn' },
  { key: 'same_device', label: { zh: '同一设备重复提交', en: 'Same device again' } },
  { key: 'consent_missing', label: { zh: '未同意条款', en: 'No consent' } },
  { key: 'bad_values', label: { zh: '内容有误', en: 'Values not valid' }, tone: 'bad' },
  { key: 'nobody_named', label: { zh: '没有联系方式', en: 'Nobody to contact' }, tone: 'bad' },
  { key: 'unreadable', label: { zh: '无法识别', en: 'Could not be read' }, tone: 'bad' },
] as const;

/** Submission: something that came in from outside, before it is a lead (提交). */
export const captureSubmissionObject = defineObject({
  object: 'captureSubmissions',
  table: 'capture_submissions',
  label: { zh: '收件', en: 'Submissions' },
  nameField: 'who',
  defaultSort: '-receivedAt',
  fields: [
    {
      key: 'who',
      type: 'text',
      label: { zh: '内容', en: 'Who' },
      edit: false,
      filter: true,
      search: true,
      width: 260,
    },
    {
      ...shown,
      key: 'state',
      type: 'choice',
      label: { zh: '状态', en: 'State' },
      required: true,
      sort: true,
      group: true,
      width: 88,
      choices: [
        { key: 'waiting', label: { zh: '处理中', en: 'Waiting' }, tone: 'accent' },
        { key: 'accepted', label: { zh: '已入库', en: 'Taken in' }, tone: 'ok' },
        { key: 'rejected', label: { zh: '待处理', en: 'Kept aside' }, tone: 'warn' },
        { key: 'dismissed', label: { zh: '已忽略', en: 'Dismissed' } },
      ],
    },
    {
      ...shown,
      key: 'reason',
      type: 'choice',
      label: { zh: '原因', en: 'Reason' },
      group: true,
      choices: reasonChoices,
      width: 176,
    },
    {
      ...shown,
      key: 'method',
      type: 'choice',
      label: { zh: '方式', en: 'Way in' },
      required: true,
      group: true,
      width: 88,
      choices: [
        { key: 'form', label: { zh: '表单', en: 'Form' } },
        { key: 'webhook', label: { zh: '接口推送', en: 'Web hook' } },
        { key: 'mail', label: { zh: '邮件', en: 'Mail' } },
      ],
    },
    {
      key: 'via',
      type: 'text',
      label: { zh: '来自', en: 'Through' },
      expression: `coalesce((select f.name from capture_forms f where f.org_id = t.org_id and f.id = t.origin_id),
        (select s.name from capture_sources s where s.org_id = t.org_id and s.id = t.origin_id))`,
      width: 144,
    },
    {
      ...shown,
      key: 'outcome',
      type: 'choice',
      label: { zh: '结果', en: 'Outcome' },
      group: true,
      width: 104,
      choices: [
        { key: 'created', label: { zh: '新线索', en: 'New lead' }, tone: 'ok' },
        { key: 'touched', label: { zh: '并入已有线索', en: 'Known lead' } },
      ],
    },
    {
      ...shown,
      key: 'leadId',
      type: 'reference',
      reference: 'leads',
      label: { zh: '线索', en: 'Lead' },
      width: 160,
    },
    {
      ...shown,
      key: 'receivedAt',
      type: 'datetime',
      label: { zh: '收到时间', en: 'Received' },
      required: true,
      sort: true,
      width: 120,
    },
  ],
});

/** Source: a web hook or mail box that leads come through (来源). */
export const captureSourceObject = defineObject({
  object: 'captureSources',
  table: 'capture_sources',
  label: { zh: '线索来源', en: 'Sources' },
  nameField: 'name',
  softDelete: true,
  defaultSort: '-createdAt',
  fields: [
    {
      ...shown,
      key: 'name',
      type: 'text',
      label: { zh: '名称', en: 'Name' },
      required: true,
      sort: true,
      search: true,
      width: 200,
    },
    {
      ...shown,
      key: 'kind',
      type: 'choice',
      label: { zh: '类型', en: 'Kind' },
      required: true,
      width: 96,
      choices: [
        { key: 'webhook', label: { zh: '接口推送', en: 'Web hook' } },
        { key: 'mail', label: { zh: '邮箱', en: 'Mail box' } },
      ],
    },
    {
      ...shown,
      key: 'status',
      type: 'choice',
      label: { zh: '状态', en: 'State' },
      required: true,
      width: 88,
      choices: [
        { key: 'open', label: { zh: '启用', en: 'Open' }, tone: 'ok' },
        { key: 'closed', label: { zh: '停用', en: 'Closed' } },
      ],
    },
    {
      ...shown,
      key: 'channel',
      type: 'choice',
      label: { zh: '来源渠道', en: 'Channel' },
      choices: channelChoices,
      width: 104,
    },
    { ...shown, key: 'campaign', type: 'text', label: { zh: '市场活动', en: 'Campaign' }, width: 128 },
    {
      ...shown,
      key: 'lastAt',
      type: 'datetime',
      label: { zh: '最近收到', en: 'Last received' },
      sort: true,
      width: 120,
    },
    { key: 'failure', type: 'text', label: { zh: '问题', en: 'Trouble' }, edit: false, width: 200 },
    {
      ...shown,
      key: 'createdAt',
      type: 'datetime',
      label: { zh: '创建时间', en: 'Created' },
      required: true,
      sort: true,
      width: 120,
    },
  ],
});
