import type { Field } from '#kernel/fields.ts';
import { kept } from './kinds.ts';

/** When it was last spoken to and when again. */
export const followUpFields: readonly Field[] = [
  {
    ...kept,
    key: 'lastActivityAt',
    type: 'datetime',
    label: { zh: '最近跟进', en: 'Last contact' },
    sort: true,
    width: 104,
  },
  {
    ...kept,
    key: 'nextContactAt',
    type: 'datetime',
    label: { zh: '下次联系', en: 'Next contact' },
    sort: true,
    width: 112,
  },
];
