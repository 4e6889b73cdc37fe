import type { Field } from '#kernel/fields.ts';
import { invalidReasonChoices, statusChoices } from './choices.ts';
import { aside, entered, kept } from './kinds.ts';

/** How good it is and how far it has come. */
export const stateFields: readonly Field[] = [
  {
    ...entered,
    key: 'class',
    type: 'choice',
    label: { zh: '分类', en: 'Class' },
    sort: true,
    group: true,
    bulk: true,
    width: 64,
    choices: ['A', 'B', 'C', 'D'].map((key) => ({ key, label: { zh: key, en: key } })),
    synonyms: ['等级', '线索等级', 'grade'],
  },
  {
    ...kept,
    key: 'status',
    type: 'choice',
    label: { zh: '状态', en: 'Status' },
    required: true,
    sort: true,
    group: true,
    width: 96,
    choices: statusChoices,
  },
  {
    ...kept,
    ...aside,
    key: 'invalidReason',
    type: 'choice',
    label: { zh: '无效原因', en: 'Invalid because' },
    group: true,
    choices: invalidReasonChoices,
  },
];
