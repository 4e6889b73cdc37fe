import type { Field } from '#kernel/fields.ts';
import { aside, kept } from './kinds.ts';

/** Not ready yet: touched every so many days until something happens (培育). */
export const nurtureFields: readonly Field[] = [
  {
    ...kept,
    ...aside,
    key: 'lastEffectiveAt',
    type: 'datetime',
    label: { zh: '最近有效跟进', en: 'Last follow-up that counts' },
    sort: true,
    width: 120,
  },
  {
    ...kept,
    ...aside,
    key: 'nurtureSince',
    type: 'datetime',
    label: { zh: '培育开始', en: 'Nurtured since' },
    sort: true,
    width: 112,
  },
  {
    ...kept,
    ...aside,
    key: 'nurtureDays',
    type: 'integer',
    label: { zh: '培育间隔（天）', en: 'Touched every (days)' },
    width: 104,
  },
  {
    ...kept,
    ...aside,
    key: 'nurtureNote',
    type: 'longText',
    label: { zh: '培育说明', en: 'Nurture note' },
    width: 160,
  },
];
