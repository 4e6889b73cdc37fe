import type { Field } from '#kernel/fields.ts';
import { returnReasonChoices } from './choices.ts';
import { aside, kept, shown } from './kinds.ts';

/** How it came back to the pool: whose it was, who returned it and why, how often. */
export const returnFields: readonly Field[] = [
  {
    ...kept,
    ...aside,
    key: 'returnReason',
    type: 'choice',
    label: { zh: '退回原因', en: 'Returned because' },
    group: true,
    choices: returnReasonChoices,
    width: 104,
  },
  {
    ...kept,
    ...aside,
    key: 'returnNote',
    type: 'longText',
    label: { zh: '退回说明', en: 'Return note' },
    width: 160,
  },
  {
    ...kept,
    ...aside,
    key: 'returnedBy',
    type: 'user',
    label: { zh: '退回人', en: 'Returned by' },
    width: 96,
  },
  {
    ...kept,
    ...aside,
    key: 'returnedAt',
    type: 'datetime',
    label: { zh: '退回时间', en: 'Returned' },
    sort: true,
    width: 112,
  },
  {
    ...kept,
    ...aside,
    key: 'previousOwnerId',
    type: 'user',
    label: { zh: '前负责人', en: 'Previous owner' },
    group: true,
    width: 96,
  },
  {
    ...kept,
    ...aside,
    key: 'timesReturned',
    type: 'integer',
    label: { zh: '退回次数', en: 'Times returned' },
    required: true,
    sort: true,
    width: 88,
  },
  {
    ...shown,
    ...aside,
    key: 'daysIdle',
    type: 'integer',
    label: { zh: '闲置天数', en: 'Days idle' },
    expression: 'extract(day from now() - coalesce(t.last_activity_at, t.captured_at))::integer',
    width: 88,
  },
];
