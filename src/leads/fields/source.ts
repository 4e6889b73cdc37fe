import { channelChoices } from '#accounts/model.ts';
import type { Field } from '#kernel/fields.ts';
import { aside, entered, kept } from './kinds.ts';

/** Where it came from and when. */
export const sourceFields: readonly Field[] = [
  {
    ...entered,
    key: 'channel',
    type: 'choice',
    label: { zh: '来源渠道', en: 'Channel' },
    required: true,
    sort: true,
    group: true,
    bulk: true,
    width: 104,
    choices: channelChoices,
    synonyms: ['来源', '渠道', '线索来源', 'source', 'lead source'],
  },
  {
    ...entered,
    ...aside,
    key: 'campaign',
    type: 'text',
    label: { zh: '市场活动', en: 'Campaign' },
    group: true,
    bulk: true,
    width: 120,
    synonyms: ['活动'],
  },
  {
    ...kept,
    ...aside,
    key: 'capturedAt',
    type: 'datetime',
    label: { zh: '留资时间', en: 'Captured' },
    required: true,
    sort: true,
    importable: true,
    width: 120,
    synonyms: ['获取时间', '线索时间', 'captured at', 'lead date'],
  },
];
