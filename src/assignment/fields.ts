import { channelChoices } from '#accounts/model.ts';
import { defineObject } from '#kernel/fields.ts';

const shown = { filter: true, exportable: true, edit: false } as const;

export const timerStateChoices = [
  { key: 'running', label: { zh: '计时中', en: 'Running' }, tone: 'accent' },
  { key: 'late', label: { zh: '已超时', en: 'Late' }, tone: 'bad' },
  { key: 'inTime', label: { zh: '按时响应', en: 'In time' }, tone: 'ok' },
  { key: 'tooLate', label: { zh: '超时响应', en: 'Answered late' }, tone: 'warn' },
  { key: 'moved', label: { zh: '已转给别人', en: 'Moved on' } },
  { key: 'closed', label: { zh: '已结束', en: 'Ended' } },
] as const;

// By the clock of the database: a list says late at the very minute it is late.
const state = `case t.outcome
  when 'responded' then case when t.responded_at <= t.due_at then 'inTime' else 'tooLate' end
  when 'moved' then 'moved' when 'closed' then 'closed'
  else case when t.due_at <= now() then 'late' else 'running' end end`;

/** Response clock: how long somebody who got a lead takes to be heard of (首次响应). */
export const responseTimerObject = defineObject({
  object: 'responseTimers',
  table: 'response_timers',
  label: { zh: '首次响应', en: 'First responses' },
  ownerColumn: 'owner_id',
  nameField: 'policy',
  defaultSort: '-startedAt',
  fields: [
    {
      ...shown,
      key: 'leadId',
      type: 'reference',
      reference: 'leads',
      label: { zh: '线索', en: 'Lead' },
      width: 200,
    },
    { ...shown, key: 'ownerId', type: 'user', label: { zh: '负责人', en: 'Owner' }, group: true, width: 104 },
    {
      ...{
        key: 'state',
        type: 'choice',
        label: { zh: '状态', en: 'State' },
        choices: timerStateChoices,
        width: 104,
      },
      ...{ expression: state, filter: true, exportable: true, group: true },
    },
    {
      ...shown,
      ...{
        key: 'channel',
        type: 'choice',
        label: { zh: '来源渠道', en: 'Channel' },
        choices: channelChoices,
      },
      ...{ group: true, width: 104 },
    },
    {
      ...shown,
      key: 'policy',
      type: 'text',
      label: { zh: '时限规则', en: 'Time limit' },
      group: true,
      width: 120,
    },
    {
      ...shown,
      key: 'minutes',
      type: 'integer',
      label: { zh: '时限（分钟）', en: 'Limit (min)' },
      width: 96,
    },
    {
      ...shown,
      ...{
        key: 'startedAt',
        type: 'datetime',
        label: { zh: '开始计时', en: 'Started' },
        required: true,
        sort: true,
      },
      width: 120,
    },
    {
      ...shown,
      key: 'dueAt',
      type: 'datetime',
      label: { zh: '应响应', en: 'Due' },
      required: true,
      sort: true,
      width: 120,
    },
    {
      ...shown,
      key: 'respondedAt',
      type: 'datetime',
      label: { zh: '响应时间', en: 'Responded' },
      sort: true,
      width: 120,
    },
    {
      ...shown,
      ...{ key: 'breachedAt', type: 'datetime', label: { zh: '提醒负责人', en: 'Owner told' }, sort: true },
      ...{ hiddenByDefault: true, width: 120 },
    },
    {
      ...shown,
      key: 'escalatedAt',
      type: 'datetime',
      label: { zh: '上报主管', en: 'Manager told' },
      sort: true,
      width: 120,
    },
    {
      ...shown,
      key: 'reassignedAt',
      type: 'datetime',
      label: { zh: '改派', en: 'Given on' },
      sort: true,
      width: 120,
    },
  ],
});

/** Leave: days on which somebody gets no leads (休假). */
export const leaveObject = defineObject({
  object: 'leaves',
  table: 'leaves',
  label: { zh: '休假', en: 'Leave' },
  ownerColumn: 'user_id',
  nameField: 'note',
  defaultSort: 'fromOn',
  fields: [
    { key: 'userId', type: 'user', label: { zh: '员工', en: 'Person' }, required: true },
    { key: 'fromOn', type: 'date', label: { zh: '从', en: 'From' }, required: true },
    { key: 'toOn', type: 'date', label: { zh: '到', en: 'To' }, required: true },
    { key: 'note', type: 'text', label: { zh: '备注', en: 'Note' } },
  ],
});
