import type { Field } from '#kernel/fields.ts';
import { aside, kept } from './kinds.ts';

/** Who holds it or where it waits, and since when. */
export const placeFields: readonly Field[] = [
  {
    ...kept,
    key: 'ownerId',
    type: 'user',
    label: { zh: '负责人', en: 'Owner' },
    group: true,
    importable: true,
    width: 104,
    synonyms: ['销售', '归属人', 'owner', 'sales rep'],
  },
  {
    ...kept,
    ...aside,
    key: 'poolId',
    type: 'reference',
    reference: 'leadPools',
    label: { zh: '公海', en: 'Pool' },
    group: true,
    width: 104,
  },
  {
    ...kept,
    ...aside,
    key: 'ownerSince',
    type: 'datetime',
    label: { zh: '归属时间', en: 'Owned since' },
    sort: true,
    width: 112,
  },
  {
    ...kept,
    ...aside,
    key: 'poolSince',
    type: 'datetime',
    label: { zh: '进入公海', en: 'In pool since' },
    sort: true,
    width: 112,
  },
];
